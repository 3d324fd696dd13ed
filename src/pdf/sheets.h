// Sheets of A4 below one another: what is drawn goes to the present one, which has its footer.
#pragma once
#include <string>

#include "app/paper.h"
#include "pdf/type.h"

namespace pdf {

class Sheets {
public:
    static constexpr double width = 595.276, height = 841.89;
    static constexpr double margin = 57, top = 57, bottom = 71;
    static constexpr double measure = width - 2 * margin;  // from margin to margin

    /// `total` is printed on each; 0 while they are being counted.
    Sheets(const Type&, const app::Paper&, int total);

    cairo_t& cairo() const { return *cairo_; }
    const Type& type() const { return type_; }
    int number() const { return number_; }

    double y() const { return y_; }
    double room() const { return height - bottom - y_; }
    static constexpr double whole() { return height - bottom - top; }
    bool at_top() const { return y_ == top; }
    void go_down(double by) { y_ += by; }
    void next();

    /// A thin line from margin to margin.
    void rule(double thickness, double grey) const;
    /// Ends the last sheet; the file.
    std::string bytes();

private:
    void begin();

    const Type& type_;
    const app::Paper& paper_;
    int total_;
    int number_ = 0;
    double y_ = top;
    std::string bytes_;
    Held<cairo_surface_t> surface_;
    Held<cairo_t> cairo_;
};

}  // namespace pdf
