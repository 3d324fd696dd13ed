#include "directory/import.h"

#include <algorithm>

#include "base/text.h"
#include "directory/csv.h"
#include "directory/rows.h"

namespace directory {
namespace {

constexpr std::size_t title_bytes_max = 200;
const std::string partnership_sector = "partnership";

/// One file on its way to a list of changes.
class Import {
public:
    Import(const std::string& file, const Known& known) : known_(known), faults_(file) {}

    tl::expected<std::vector<Change>, base::Findings> run(const std::vector<CsvRow>& rows) {
        const auto sheet = header(rows);
        if (!faults_.findings().empty()) return tl::unexpected(std::move(faults_.findings()));
        for (auto row = rows.begin() + 1; row != rows.end() && !faults_.are_enough(); ++row) take(*sheet, *row);
        if (*sheet == Sheet::Posts) check_lines();
        if (*sheet == Sheet::Holdings) collect_holdings();
        if (*sheet == Sheet::Closings) collect_closings();
        if (!faults_.findings().empty()) return tl::unexpected(std::move(faults_.findings()));
        return std::move(changes_);
    }

private:
    std::optional<Sheet> header(const std::vector<CsvRow>& rows);
    void take(Sheet, const CsvRow&);
    void take_agency(const NamedRow&);
    void take_post(const NamedRow&);
    void take_holding(const NamedRow&);
    void take_closing(const NamedRow&);
    void check_lines();
    void collect_holdings();
    void collect_closings();
    void check_text(const NamedRow&, const std::string& column);
    std::set<std::string> partnerships(const NamedRow&);
    bool first_time(const NamedRow&, const std::string& key);

    const Known& known_;
    Faults faults_;
    std::vector<std::string> header_;
    std::vector<Change> changes_;
    std::map<std::string, int> lines_;              // of keys already seen
    std::map<PostId, std::pair<Post, int>> posts_;  // of this file
    std::map<PostId, std::vector<Holding>> holdings_;
    std::map<AgencyId, std::vector<Closing>> closings_;
};

/// "+44 1634 960123", or with brackets and hyphens: what begins like a formula, and is none.
bool is_telephone(std::string_view cell) {
    const bool digits = cell.find_first_of("0123456789") != std::string_view::npos;
    return digits && cell.starts_with('+') && cell.find_first_not_of("+0123456789 ()-.") == std::string_view::npos;
}

/// The sheet with the most of these columns.
std::optional<Sheet> likeliest(const std::vector<std::string>& header) {
    std::optional<Sheet> best;
    std::ptrdiff_t most = 1;
    for (const auto sheet : {Sheet::Agencies, Sheet::Posts, Sheet::Holdings, Sheet::Closings}) {
        const auto& columns = columns_of(sheet);
        const auto shared = std::ranges::count_if(
            header, [&](const auto& name) { return std::ranges::find(columns, name) != columns.end(); });
        if (shared <= most) continue;
        most = shared;
        best = sheet;
    }
    return best;
}

std::optional<Sheet> Import::header(const std::vector<CsvRow>& rows) {
    if (rows.empty()) {
        faults_.add(1, "the file is empty", "the first row names the columns");
        return std::nullopt;
    }
    for (const auto& name : rows.front().cells) header_.push_back(base::lower(base::trimmed(name)));
    const auto sheet = likeliest(header_);
    if (!sheet) {
        faults_.add(rows.front().line,
                    "the first row does not name the columns of agencies, posts, holdings or closings",
                    "agencies have " + base::join(columns_of(Sheet::Agencies), ","));
        return std::nullopt;
    }
    const auto& columns = columns_of(*sheet);
    std::set<std::string> seen;
    for (const auto& name : header_) {
        if (std::ranges::find(columns, name) == columns.end()) {
            const auto meant = base::nearest(name, columns);
            faults_.add(rows.front().line, "there is no column '" + name + "'",
                        meant.empty() ? "the columns are " + base::join(columns, ",")
                                      : "did you mean '" + meant + "'?");
        }
        if (!seen.insert(name).second)
            faults_.add(rows.front().line, "the column '" + name + "' stands twice");
    }
    for (const auto& name : columns) {
        if (!seen.contains(name)) faults_.add(rows.front().line, "the column '" + name + "' is missing");
    }
    return sheet;
}

void Import::take(Sheet sheet, const CsvRow& cells) {
    const NamedRow row(cells, header_);
    if (cells.cells.size() > header_.size()) {
        faults_.add(row.line(), "the row has more cells than there are columns",
                    "put cells with commas in quotation marks");
    }
    for (const auto& name : header_) check_text(row, name);
    switch (sheet) {
        case Sheet::Agencies: return take_agency(row);
        case Sheet::Posts: return take_post(row);
        case Sheet::Holdings: return take_holding(row);
        case Sheet::Closings: return take_closing(row);
    }
}

void Import::check_text(const NamedRow& row, const std::string& column) {
    const std::string cell = row.cell(column);
    if (is_formula_like(cell) && !is_telephone(cell)) {
        faults_.add(row.line(), "'" + cell + "' would run as a formula", "begin it with a letter or a digit");
    }
    if (cell.size() > title_bytes_max) {
        faults_.add(row.line(),
                    "the cell in the column '" + column + "' is longer than " +
                        std::to_string(title_bytes_max) + " bytes",
                    "shorten it");
    }
    if (cell.find_first_of("\r\n") != std::string::npos) {
        faults_.add(row.line(), "the cell in the column '" + column + "' has more than one line");
    }
}

bool Import::first_time(const NamedRow& row, const std::string& key) {
    const auto [seen, fresh] = lines_.emplace(key, row.line());
    if (!fresh)
        faults_.add(row.line(), "'" + key + "' stands in line " + std::to_string(seen->second) + " already");
    return fresh;
}

std::set<std::string> Import::partnerships(const NamedRow& row) {
    std::set<std::string> keys;
    for (const auto& key : base::split(row.cell("partnerships"), ' ')) {
        if (key.empty()) continue;
        if (!known_.partnerships.contains(key)) {
            const auto meant = base::nearest(key, {known_.partnerships.begin(), known_.partnerships.end()});
            faults_.add(row.line(), "there is no partnership '" + key + "'",
                        meant.empty() ? std::string{} : "did you mean '" + meant + "'?");
        }
        keys.insert(key);
    }
    return keys;
}

void Import::take_agency(const NamedRow& row) {
    const std::string key = faults_.key(row, "key");
    AgencyPut put{{AgencyId(key), faults_.required(row, "name"), faults_.key(row, "sector")},
                  partnerships(row)};
    const bool an_office = put.agency.sector == partnership_sector;
    if (an_office != known_.partnerships.contains(key)) {
        faults_.add(
            row.line(),
            an_office
                ? "the sector 'partnership' is for the office of a partnership, and '" + key + "' is none"
                : "'" + key + "' is the office of a partnership, and keeps the sector 'partnership'");
    }
    if (put.partnerships.empty())
        faults_.add(row.line(), "the agency works with no partnership", "name at least one");
    if (an_office && put.partnerships != std::set{key}) {
        faults_.add(row.line(), "an office belongs to its own partnership alone");
    }
    if (first_time(row, key)) changes_.push_back(std::move(put));
}

void Import::take_post(const NamedRow& row) {
    const std::string key = faults_.key(row, "key");
    Post post{PostId(key), AgencyId(faults_.required(row, "agency")), faults_.key(row, "kind"),
              faults_.required(row, "title"), row.cell("team")};
    if (const auto above = row.cell("reports_to"); !above.empty()) post.reports_to = PostId(above);
    post.contact = row.cell("contact");
    post.verified_on = faults_.date(row, "verified_on");
    if (!post.agency.get().empty() && !known_.directory.find_agency(post.agency)) {
        faults_.add(row.line(), "there is no agency '" + post.agency.get() + "'",
                    "import agencies.csv first");
    }
    const Post* now = known_.directory.find_post(post.id);
    if (now && now->agency != post.agency) {
        faults_.add(row.line(), "the post '" + key + "' belongs to the agency '" + now->agency.get() + "'",
                    "a post does not change its agency: give the new one another key");
    }
    if (!first_time(row, key)) return;
    posts_[post.id] = {post, row.line()};
    changes_.push_back(PostPut{std::move(post)});
}

/// Whom each post reports to, once this file is taken in: somebody who exists, and never in a circle.
void Import::check_lines() {
    const auto above = [&](const PostId& id) -> std::optional<PostId> {
        const auto mine = posts_.find(id);
        if (mine != posts_.end()) return mine->second.first.reports_to;
        const Post* post = known_.directory.find_post(id);
        return post ? post->reports_to : std::nullopt;
    };
    for (const auto& [id, entry] : posts_) {
        const auto& [post, line] = entry;
        if (!post.reports_to) continue;
        if (!posts_.contains(*post.reports_to) && !known_.directory.find_post(*post.reports_to)) {
            faults_.add(line, "there is no post '" + post.reports_to->get() + "' to report to");
            continue;
        }
        std::set<PostId> seen{id};
        for (auto at = post.reports_to; at && seen.size() <= posts_.size() + known_.directory.posts().size();
             at = above(*at)) {
            if (*at == id) {
                faults_.add(line, "'" + id.get() + "' would report to itself, up the line",
                            "break the circle");
                break;
            }
            if (!seen.insert(*at).second) break;
        }
    }
}

void Import::take_holding(const NamedRow& row) {
    const PostId post(faults_.required(row, "post"));
    const std::string who = faults_.required(row, "person");
    const auto person = known_.people.find(base::lower(who));
    if (!post.get().empty() && !known_.directory.find_post(post)) {
        faults_.add(row.line(), "there is no post '" + post.get() + "'", "import posts.csv first");
    }
    if (!who.empty() && person == known_.people.end()) {
        faults_.add(row.line(), "there is nobody with the e-mail address or id '" + who + "'",
                    "add the person first");
    }
    Holding holding{person == known_.people.end() ? PersonId{} : person->second,
                    faults_.yes_or_no(row, "deputy"), faults_.date(row, "from"), faults_.date(row, "until")};
    if (holding.from && holding.until && *holding.until < *holding.from) {
        faults_.add(row.line(), "it ends before it begins");
    }
    auto& all = holdings_[post];
    if (std::ranges::find(all, holding) != all.end())
        faults_.add(row.line(), "the same holding stands in the file twice");
    all.push_back(std::move(holding));
}

void Import::collect_holdings() {
    for (auto& [post, holders] : holdings_) changes_.push_back(HoldersSet{post, std::move(holders)});
}

void Import::take_closing(const NamedRow& row) {
    const AgencyId agency(faults_.required(row, "agency"));
    if (!agency.get().empty() && !known_.directory.find_agency(agency)) {
        faults_.add(row.line(), "there is no agency '" + agency.get() + "'", "import agencies.csv first");
    }
    auto& all = closings_[agency];
    const std::string why = row.cell("why");
    const auto from = faults_.date(row, "closed_from");
    const auto until = faults_.date(row, "closed_until");
    if (row.cell("closed_from").empty() && row.cell("closed_until").empty() && why.empty()) return;
    if (row.cell("closed_from").empty() || row.cell("closed_until").empty()) {
        faults_.add(row.line(), "it is not said from when until when the agency is closed",
                    "for one day write it in both columns");
    }
    if (why.empty()) faults_.add(row.line(), "it is not said why the agency is closed", "as in 'Summer holidays'");
    if (!from || !until) return;
    if (*until < *from) faults_.add(row.line(), "it ends before it begins");
    Closing closing{*from, *until, why};
    if (std::ranges::find(all, closing) != all.end())
        faults_.add(row.line(), "the same closed days stand in the file twice");
    all.push_back(std::move(closing));
}

void Import::collect_closings() {
    for (auto& [agency, closings] : closings_) changes_.push_back(ClosingsSet{agency, std::move(closings)});
}

}  // namespace

const std::vector<std::string>& columns_of(Sheet sheet) {
    static const std::vector<std::string> agencies{"key", "name", "sector", "partnerships"};
    static const std::vector<std::string> posts{"key",  "agency",     "kind",    "title",
                                                "team", "reports_to", "contact", "verified_on"};
    static const std::vector<std::string> holdings{"post", "person", "deputy", "from", "until"};
    static const std::vector<std::string> closings{"agency", "closed_from", "closed_until", "why"};
    switch (sheet) {
        case Sheet::Agencies: return agencies;
        case Sheet::Posts: return posts;
        case Sheet::Holdings: return holdings;
        case Sheet::Closings: return closings;
    }
    return agencies;
}

tl::expected<std::vector<Change>, base::Findings> import_csv(std::string_view text, const std::string& file,
                                                             const Known& known) {
    const auto rows = parse_csv(text, file);
    if (!rows) return tl::unexpected(rows.error());
    return Import(file, known).run(*rows);
}

void apply(Directory& directory, const Change& change) {
    if (const auto* put = std::get_if<AgencyPut>(&change)) {
        Agency agency = put->agency;
        if (const Agency* now = directory.find_agency(agency.id)) agency.closings = now->closings;
        directory.put(std::move(agency));
    }
    if (const auto* set = std::get_if<ClosingsSet>(&change)) {
        if (const Agency* now = directory.find_agency(set->agency)) {
            Agency agency = *now;
            agency.closings = set->closings;
            directory.put(std::move(agency));
        }
    }
    if (const auto* put = std::get_if<PostPut>(&change)) {
        Post post = put->post;
        if (const Post* now = directory.find_post(post.id)) post.holders = now->holders;
        directory.put(std::move(post));
    }
    if (const auto* set = std::get_if<HoldersSet>(&change)) {
        if (const Post* now = directory.find_post(set->post)) {
            Post post = *now;
            post.holders = set->holders;
            directory.put(std::move(post));
        }
    }
}

}  // namespace directory
