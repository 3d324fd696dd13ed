#include "diagram/letters.h"

#include <array>

#include "base/text.h"

namespace diagram {
namespace {

// Advance widths of DejaVu Sans Condensed in thousandths of the size, from the space to the tilde:
// measured in a browser. The other fonts of the family are narrower.
constexpr std::array<int, 95> plain_widths{
    286, 360, 414, 754, 572, 855, 702, 247, 351, 351, 450, 754, 286, 325, 286, 303, 572, 572, 572,
    572, 572, 572, 572, 572, 572, 572, 303, 303, 754, 754, 754, 478, 900, 615, 617, 628, 693, 568,
    518, 697, 677, 265, 265, 590, 501, 776, 673, 708, 542, 708, 625, 571, 549, 659, 615, 890, 616,
    549, 616, 351, 303, 351, 754, 450, 450, 551, 571, 495, 571, 554, 316, 571, 570, 250, 250, 521,
    250, 876, 570, 550, 571, 571, 370, 469, 353, 570, 532, 736, 532, 532, 472, 572, 303, 572, 754,
};
constexpr std::array<int, 95> bold_widths{
    313, 410, 469, 754, 626, 901, 785, 275, 411, 411, 470, 754, 342, 374, 342, 329, 626, 626, 626,
    626, 626, 626, 626, 626, 626, 626, 360, 360, 754, 754, 754, 522, 900, 696, 686, 660, 747, 615,
    615, 738, 753, 334, 334, 697, 573, 896, 753, 765, 659, 765, 693, 648, 614, 730, 696, 993, 694,
    651, 652, 411, 329, 411, 754, 450, 450, 607, 644, 533, 644, 610, 391, 644, 641, 308, 308, 598,
    308, 938, 641, 618, 644, 644, 444, 536, 430, 641, 586, 831, 580, 586, 523, 641, 329, 641, 754,
};
constexpr int any_other = 700;

}  // namespace

double width_of(std::string_view text, const Letters& letters) {
    const auto& widths = letters.weight == Weight::Bold ? bold_widths : plain_widths;
    int sum = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool continues = (byte & 0xC0) == 0x80;  // of a letter of several bytes
        if (byte >= 0x20 && byte < 0x7F)
            sum += widths[byte - 0x20];
        else if (!continues)
            sum += any_other;
    }
    return sum * letters.size / 1000;
}

std::vector<std::string> wrapped(std::string_view text, double width, const Letters& letters) {
    std::vector<std::string> lines;
    std::string line;
    for (const auto& word : base::split(std::string(text), ' ')) {
        if (word.empty()) continue;
        const auto longer = line.empty() ? word : line + " " + word;
        if (!line.empty() && width_of(longer, letters) > width) {
            lines.push_back(line);
            line = word;
        } else {
            line = longer;
        }
    }
    if (!line.empty()) lines.push_back(line);
    return lines;
}

}  // namespace diagram
