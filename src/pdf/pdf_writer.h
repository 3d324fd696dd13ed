// Papers as tagged PDF: set with Pango and Cairo, finished with QPDF. No claim of PDF/UA.
#pragma once
#include <atomic>
#include <limits>
#include <memory>
#include <mutex>

#include "app/paper.h"

namespace pdf {

/// One paper at a time: font maps belong to one thread, and the fonts of a service are found once.
class PdfWriter final : public app::PaperWriter {
public:
    /// `asked_max`: how many may wait for a paper at once, the one that is written included; further ones
    /// are refused (PapersBusy), so that whoever wants papers does not keep everybody else waiting.
    explicit PdfWriter(std::size_t asked_max = std::numeric_limits<std::size_t>::max());
    ~PdfWriter() override;

    /// Throws where its font is not installed (Debian: fonts-liberation2).
    std::string write(const app::Paper&) override;

private:
    struct Fonts;

    const std::size_t asked_max_;
    std::atomic<std::size_t> asked_ = 0;
    std::mutex one_at_a_time_;
    std::unique_ptr<Fonts> fonts_;
};

}  // namespace pdf
