#include "policy/house_questions.h"

namespace policy {

const std::vector<HouseQuestion>& house_questions() {
    using W = AskedWith;
    using K = FieldKind;
    static const std::vector<HouseQuestion> questions{
        {W::Raising, "danger", K::YesNo},
        {W::Raising, "raiser_post", K::Post},
        {W::Raising, "to", K::Post},
        {W::Raising, "origin", K::OneOf},
        {W::Raising, "affirm", K::YesNo},
        {W::Raising, "subject", K::OneOf},
        {W::Raising, "subject_words", K::LongText},
        {W::Raising, "child_name", K::Text},
        {W::Raising, "child_dob", K::Date},
        {W::Raising, "child_address", K::LongText},
        {W::Raising, "standing", K::OneOf},
        {W::Raising, "standing_words", K::LongText},
        {W::Raising, "topic", K::OneOf},
        {W::Raising, "topic_words", K::LongText},
        {W::Raising, "kind", K::OneOf},
        {W::Raising, "kind_words", K::LongText},
        {W::Raising, "concern", K::OneOf},
        {W::Raising, "concern_words", K::LongText},
        {W::Raising, "disputed", K::OneOf},
        {W::Raising, "disputed_words", K::LongText},
        {W::Raising, "criteria", K::ManyOf},
        {W::Raising, "priority", K::OneOf},
        {W::Raising, "decision", K::LongText},
        {W::Raising, "view", K::LongText},
        {W::Raising, "evidence", K::LongText},
        {W::Raising, "evidence_source", K::LongText},
        {W::Raising, "outcome_wanted", K::LongText},
        {W::Raising, "how_settled", K::LongText},
        {W::Raising, "what_happened", K::LongText},
        {W::Raising, "start", K::OneOf},
        {W::Raising, "jump_reason", K::LongText},
        {W::Entering, "reason", K::OneOf},
        {W::Entering, "why", K::LongText},
        {W::Entering, "target_date", K::Date},
        {W::Entering, "raising_post", K::Post},
        {W::Entering, "receiving_posts", K::Post},
        {W::Entering, "safe_now", K::YesNo},
        {W::Entering, "protection", K::LongText},
        {W::Deciding, "option", K::OneOf},
        {W::Deciding, "other_words", K::LongText},
        {W::Deciding, "settles", K::YesNo},
        {W::Deciding, "reasons", K::LongText},
        {W::Deciding, "no_other_reason", K::LongText},
        {W::Anything, "acting_reason", K::LongText},
        {W::Anything, "said_by", K::LongText},
        {W::Anything, "said_how", K::OneOf},
        {W::Anything, "said_at", K::Date},
        {W::Anything, "late_reason", K::LongText},
        {W::Anything, "about", K::OneOf},
    };
    return questions;
}

}  // namespace policy
