// A file that somebody hands in.
#pragma once
#include <string>

#include "govuk/field.h"
#include "govuk/said.h"

namespace govuk {

/// What the script says instead of its own words, where these are given.
struct UploadWords {
    std::string choose;
    std::string none_chosen;
    Plural several_chosen;
    std::string drop;
    std::string entered_zone;
    std::string left_zone;
};

struct FileUpload {
    Field field;
    bool several = false;
    bool disabled = false;
    bool takes_drops = false;  // with the script: a zone to drop files on
    UploadWords words;
    std::string wrapper_classes;  // of that zone
    Attributes wrapper_attributes;
    std::string classes;
    Attributes attributes;
};

Html render(const FileUpload& upload);

}  // namespace govuk
