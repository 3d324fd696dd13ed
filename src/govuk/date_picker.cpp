#include "govuk/date_picker.h"

#include "govuk/classes.h"
#include "govuk/input.h"

namespace govuk {

using namespace html;

Html render(const DatePicker& picker) {
    Input input;
    input.field = picker.field;
    input.value = picker.value;
    input.autocomplete = "off";
    input.classes = classes_of({"moj-js-datepicker-input", picker.classes});
    input.attributes = picker.attributes;
    const auto& zeros = picker.leading_zeros;
    return div("moj-datepicker")
        .with("data-module", "moj-date-picker")
        .with_some("data-min-date", picker.min_date)
        .with_some("data-max-date", picker.max_date)
        .with_some("data-excluded-dates", picker.excluded_dates)
        .with_some("data-excluded-days", picker.excluded_days)
        .with_some("data-leading-zeros", !zeros   ? ""
                                         : *zeros ? "true"
                                                  : "false")
        .with_some("data-week-start-day", picker.week_start_day)(render(input));
}

}  // namespace govuk
