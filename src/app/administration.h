// From an empty folder to a partnership at work: partnerships, policies, calendars, the directory.
#pragma once
#include "access/gate.h"
#include "app/installation.h"
#include "base/moment.h"
#include "store/secrets.h"

namespace app {

template <class T>
using Checked = tl::expected<T, base::Findings>;

struct NewPartnership {
    std::string key;  // "riverside": lower case, digits, hyphens
    std::string name;
    std::string pack_text;
    std::string pack_file;  // for findings
    Approval approved = {};
};

/// What is wrong with the key and the name that a new partnership would have, whatever else there is.
base::Findings faults_of_naming(const std::string& key, const std::string& name);

/// What is held of one reading. Empty: the policy and the edition that the partnership works under.
struct NewRuling {
    std::string policy = {};
    std::string edition = {};
    std::string reading;
    std::string words;
    Approval ruled;
};

/// What the console, the demo and the pages of an administrator do. `by` is empty for the console.
/// Who may do it is asked of `may` first, by whoever calls.
class Administration {
public:
    Administration(Journal&, Installation&, PackReader, const base::Clock&, store::Random&);

    /// The folder must hold nothing yet.
    base::Result<void> mark_demo();

    /// With its own office (an agency of the same key) and, in it, the post of business manager.
    Checked<std::string> add_partnership(const NewPartnership&, const PersonId& by = {});
    /// Approved by a post or a person in words, on a day that is not to come; or by nobody, on none.
    Checked<std::string> adopt(const std::string& partnership, const std::string& pack_text,
                               const std::string& pack_file, const Approval& approved = {},
                               const PersonId& by = {});
    /// From now on it stands beside the reading wherever that is relied on.
    Checked<void> rule_on(const std::string& partnership, const NewRuling&, const PersonId& by = {});
    base::Result<void> set_calendar(const std::string& partnership, calendar::Edition,
                                    const PersonId& by = {});
    base::Result<void> set_meetings(const std::string& partnership, const std::string& body,
                                    const std::set<calendar::Date>&, const PersonId& by = {});

    /// Which of the three files it is, its header row says. All of it, or nothing.
    Checked<std::size_t> import_directory(std::string_view csv, const std::string& file,
                                          const PersonId& by = {});
    std::string export_directory(directory::Sheet) const;
    void change_directory(const std::vector<directory::Change>&, const PersonId& by = {});

    /// Administrators; business managers of a partnership too, for the directory.
    bool may(const PersonId&, gate::Action) const;

private:
    Made made(const PersonId& by) const;
    base::Findings faults_of(const Approval&, const std::string& did) const;
    base::Result<void> add(const store::StreamId&, const std::vector<Record>&);
    void project_live(const std::string& partnership);

    Journal& journal_;
    Installation& installation_;
    PackReader read_pack_;
    const base::Clock& clock_;
    store::Random& random_;
};

}  // namespace app
