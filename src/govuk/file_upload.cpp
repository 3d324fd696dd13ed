#include "govuk/file_upload.h"

#include "govuk/classes.h"

namespace govuk {

using namespace html;

namespace {

Html drop_zone(const FileUpload& upload, const Html& box) {
    const UploadWords& words = upload.words;
    Attributes said;
    add_said(said, "data-i18n.choose-files-button", words.choose);
    add_said(said, "data-i18n.no-file-chosen", words.none_chosen);
    add_said(said, "data-i18n.multiple-files-chosen.one", words.several_chosen.one);
    add_said(said, "data-i18n.multiple-files-chosen.other", words.several_chosen.other);
    add_said(said, "data-i18n.drop-instruction", words.drop);
    add_said(said, "data-i18n.entered-drop-zone", words.entered_zone);
    add_said(said, "data-i18n.left-drop-zone", words.left_zone);
    return div(classes_of({"govuk-file-upload-wrapper", upload.wrapper_classes}))
        .with("data-module", "govuk-file-upload")
        .with_all(said)
        .with_all(upload.wrapper_attributes)(box);
}

}  // namespace

Html render(const FileUpload& upload) {
    const Field& field = upload.field;
    const std::string_view mark = field.error.empty() ? "" : "govuk-file-upload--error";
    const auto box = element("input", classes_of({"govuk-file-upload", upload.classes, mark}))
                         .with("id", id_of(field))
                         .with("name", field.name)
                         .with("type", "file")
                         .flag("disabled", upload.disabled)
                         .flag("multiple", upload.several)
                         .with_some("aria-describedby", description_ids(field.described_by, id_of(field),
                                                                        field.hint, field.error))
                         .with_all(upload.attributes)();
    return group_of(field, upload.takes_drops ? drop_zone(upload, box) : box);
}

}  // namespace govuk
