// Stored form and meaning: disagreement events and the other records, each with an open part in
// canonical JSON and sealed texts. Released forms are read for ever; only the newest is written.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "app/records.h"
#include "disagreement/event.h"
#include "json/json.h"
#include "store/record.h"

namespace app {

struct SealedText {
    std::string name;
    store::FieldClass field_class = store::FieldClass::Narrative;
    std::string plain;
    bool operator==(const SealedText&) const = default;
};

/// An envelope before its texts are sealed.
struct Draft {
    std::string type;
    std::string open;  // canonical JSON
    std::vector<SealedText> sealed = {};
    bool operator==(const Draft&) const = default;
};

Draft draft(const disagreement::Event&);
/// Sealed answers come back with their names and classes, without what they say.
disagreement::Event to_event(const store::Envelope&);

/// What the sealed fields of an envelope say, by name; one whose key was destroyed is not there.
using Texts = std::map<std::string, std::string>;

Draft draft(const Record&);
Record to_record(const store::Envelope&, const Texts&);

/// Answers as JSON: a list of texts for each name.
json::Value to_json(const policy::Answers&);

}  // namespace app
