#include "pdf/finish.h"

#include <algorithm>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "calendar/local_time.h"
#include "html/html.h"
#include "pdf/clean_text.h"
#include "pdf/held.h"

namespace pdf {
namespace {

using Object = QPDFObjectHandle;

const std::string artifact_name = std::string("/") + artifact;

/// Cairo cannot mark artifacts: what was drawn under a tag of their own is marked here, on its way out.
class Artifacts final : public Object::TokenFilter {
public:
    void handleToken(const QPDFTokenizer::Token& token) override {
        const bool begins = token.getType() == QPDFTokenizer::tt_name && token.getValue() == artifact_name;
        if (!begins && held_.empty()) return writeToken(token);
        held_ += token.getRawValue();
        if (token.getType() != QPDFTokenizer::tt_word) return;
        write(token.getValue() == "BDC" ? "/Artifact BMC" : held_);
        held_.clear();
    }
    void handleEOF() override { write(held_); }

private:
    std::string held_;  // from the name up to the operator that takes it
};

bool is_of(Object element, const std::string& kind) {
    return element.isDictionary() && element.getKey("/S").isNameAndEquals(kind);
}

std::vector<Object> kids_of(Object element) {
    Object kids = element.getKey("/K");
    if (kids.isArray()) return kids.getArrayAsVector();
    return kids.isDictionary() ? std::vector<Object>{kids} : std::vector<Object>{};
}

/// A heading cell is that of its column in a row of headings, else that of its row.
void say_scopes(Object row) {
    auto cells = kids_of(row);
    const bool of_columns = std::ranges::all_of(cells, [](auto cell) { return is_of(cell, "/TH"); });
    for (auto cell : cells) {
        if (is_of(cell, "/TH"))
            cell.replaceKey("/A", Object::parse(of_columns ? "<< /O /Table /Scope /Column >>"
                                                           : "<< /O /Table /Scope /Row >>"));
    }
}

void tidy(Object element) {
    if (element.getKey("/K").isArray()) {
        auto kids = kids_of(element);
        std::erase_if(kids, [](auto kid) { return is_of(kid, artifact_name); });
        element.replaceKey("/K", Object::newArray(kids));
    }
    for (auto kid : kids_of(element)) tidy(kid);
    if (is_of(element, "/TR")) say_scopes(element);
}

/// From the marked content of each page to its element: there is none for an artifact.
void forget_artifacts(Object parents) {
    for (auto of_page : parents.getKey("/Nums").getArrayAsVector()) {
        if (!of_page.isArray()) continue;
        for (int i = 0; i < of_page.getArrayNItems(); ++i) {
            if (is_of(of_page.getArrayItem(i), artifact_name)) of_page.setArrayItem(i, Object::newNull());
        }
    }
}

std::string xmp_of(const app::Paper& paper) {
    const auto said = [](const std::string& text) { return html::Html(clean(text)).str(); };
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
           "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" "
           "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">"
           "<dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
           said(paper.title) + "</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag><rdf:li>" +
           said(paper.language) + "</rdf:li></rdf:Bag></dc:language><xmp:CreateDate>" +
           calendar::to_iso(paper.made) +
           "</xmp:CreateDate><xmp:CreatorTool>Concordat</xmp:CreatorTool></rdf:Description></rdf:RDF>"
           "</x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

void describe(QPDF& file, const app::Paper& paper) {
    auto root = file.getRoot();
    root.replaceKey("/Lang", Object::newUnicodeString(paper.language));
    root.replaceKey("/MarkInfo", Object::parse("<< /Marked true >>"));
    root.replaceKey("/ViewerPreferences", Object::parse("<< /DisplayDocTitle true >>"));
    auto metadata = Object::newStream(&file, xmp_of(paper));
    metadata.getDict().replaceKey("/Type", Object::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", Object::newName("/XML"));
    root.replaceKey("/Metadata", metadata);
}

}  // namespace

std::string finished(const std::string& drawn, const app::Paper& paper) {
    QPDF file;
    file.processMemoryFile("paper", drawn.data(), drawn.size());
    describe(file, paper);
    auto structure = file.getRoot().getKey("/StructTreeRoot");
    tidy(structure);
    forget_artifacts(structure.getKey("/ParentTree"));
    for (auto& page : QPDFPageDocumentHelper(file).getAllPages()) {
        page.getObjectHandle().replaceKey("/Tabs", Object::newName("/S"));
        page.addContentTokenFilter(std::make_shared<Artifacts>());
    }
    QPDFWriter writer(file);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setMinimumPDFVersion("1.7");
    writer.write();
    const auto bytes = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

}  // namespace pdf
