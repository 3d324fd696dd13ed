// Papers as tagged PDF: set with Pango and Cairo, finished with QPDF. No claim of PDF/UA.
#pragma once
#include <memory>
#include <mutex>

#include "app/paper.h"

namespace pdf {

/// One paper at a time: font maps belong to one thread, and the fonts of a service are found once.
class PdfWriter final : public app::PaperWriter {
public:
    PdfWriter();
    ~PdfWriter() override;

    /// Throws where its font is not installed (Debian: fonts-liberation2).
    std::string write(const app::Paper&) override;

private:
    struct Fonts;

    std::mutex one_at_a_time_;
    std::unique_ptr<Fonts> fonts_;
};

}  // namespace pdf
