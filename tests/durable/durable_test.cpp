#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/administration.h"
#include "app/expiry.h"
#include "app/fakes.h"
#include "app/people.h"
#include "app/read.h"
#include "app/rebuild.h"
#include "app/transact.h"
#include "calendar/local_time.h"
#include "crypto/master_key.h"
#include "crypto/secrets.h"
#include "crypto/vault.h"
#include "policy/load.h"
#include "sqlite/sqlite_store.h"
#include "yaml/parse.h"

namespace {

namespace fs = std::filesystem;
using disagreement::Action;
using disagreement::Command;

const std::vector<std::string> canaries{"Zephyrine",   "Quillfeather",   "2019-03-07",         "Umberwell",
                                        "canarywords", "Person teacher", "teacher@example.org"};

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

tl::expected<policy::Pack, base::Findings> read_pack(std::string_view text, const std::string& file) {
    const auto tree = yaml::parse(text, file);
    if (!tree) return tl::unexpected(tree.error());
    auto loaded = policy::load(*tree);
    if (!loaded) return tl::unexpected(loaded.error());
    return std::move(loaded->pack);
}

class Folder {
public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "concordat-durable-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

/// The service as it is after a start: everything it knows is read from the folder.
struct Service {
    Service(const fs::path& folder, const base::Clock& clock_now)
        : clock(clock_now),
          ledger(sqlite::SqliteStore::open(folder)),
          reads_ledger(sqlite::SqliteStore::open(folder / "reads")),
          master(crypto::open_master_key(folder / "keys" / "master.key", *ledger)),
          vault(master, *ledger),
          digests(master) {}

    const base::Clock& clock;
    std::unique_ptr<sqlite::SqliteStore> ledger;
    std::unique_ptr<sqlite::SqliteStore> reads_ledger;
    crypto::Key master;
    crypto::Vault vault;
    crypto::KeyedDigests digests;
    crypto::SystemRandom random;
    crypto::Argon2Passwords passwords{{1, std::size_t{8} << 20}};
    app::Journal journal{*ledger, vault};
    app::Installation installation{journal, read_pack, clock};
    app::Repeats repeats{*ledger, digests};
    app::Transact transact{journal, installation, clock, random, digests, repeats};
    app::ReadsLog reads{*reads_ledger, random};
    app::Reading reading{{journal, installation, reads, digests, clock}};
    app::Administration administration{journal, installation, read_pack, clock, random};
    app::People people{journal, installation, *ledger, passwords, random, clock};
};

void set_up(Service& service) {
    REQUIRE(service.administration.add_partnership(
        {"riverside", "Riverside", bytes_of("packs/north-tyneside/policy.yaml"), "policy.yaml"}));
    const auto import = [&](const std::string& csv) {
        REQUIRE(service.administration.import_directory(csv, "f.csv"));
    };
    import(
        "key,name,sector,partnerships\nschool,Fernbank School,school,riverside\ncare,Riverside "
        "Care,social-care,riverside\n");
    import(
        "key,agency,kind,title,team,reports_to,contact,verified_on\n"
        "school.teacher,school,teacher,Class "
        "teacher,,school.head,,\nschool.head,school,headteacher,Headteacher,,,,\n"
        "care.worker,care,social-worker,Social worker,,care.manager,,\ncare.manager,care,team-manager,Team "
        "manager,,,,\n");
    for (const std::string name : {"teacher", "head", "worker", "manager", "keeper"}) {
        REQUIRE(
            service.people.add_person({"Person " + name, name + "@example.org", "", app::PersonId(name)}));
    }
    import(
        "post,person,deputy,from,until\nschool.teacher,teacher,,,\nschool.head,head,,,\ncare.worker,worker,,,"
        "\n"
        "care.manager,manager,,,\nriverside.business-manager,keeper,,,\n");
}

Command raising(const std::string& id) {
    Command raise{.id = id, .action = Action::Raise};
    for (const auto& [name, value] :
         std::map<std::string, std::string>{{"danger", "no"},
                                            {"excluded_complaint", "no"},
                                            {"excluded_front-door", "no"},
                                            {"excluded_conference-complaint", "no"},
                                            {"to", "care.worker"},
                                            {"subject", "child"},
                                            {"child_name", "Zephyrine Quillfeather"},
                                            {"child_dob", "2019-03-07"},
                                            {"child_address", "17 Umberwell Crescent"},
                                            {"standing", "child-in-need"},
                                            {"topic", "levels-of-need"},
                                            {"decision", "canarywords decision"},
                                            {"view", "canarywords view"},
                                            {"outcome_wanted", "canarywords outcome"},
                                            {"safe_now", "yes"},
                                            {"protection", "canarywords protection"}}) {
        raise.answers.set(name, value);
    }
    return raise;
}

std::string raise(Service& service, const std::string& id) {
    const auto done = service.transact.raise(app::PersonId("teacher"), "riverside", raising(id));
    if (!done) FAIL(done.error().why << " (" << done.error().field << ")");
    return done->reference;
}

base::Moment at(const std::string& local) {
    return *calendar::parse_moment(local, "Europe/London");
}

}  // namespace

TEST_CASE("what was raised is there after a restart, sealed, verified, and due at the same moments") {
    const Folder folder;
    app::testing::TickingClock clock(at("2026-11-19T10:00"));
    std::string reference;
    disagreement::State before;
    disagreement::Duties duties;
    std::vector<store::ViewRow> rows;
    {
        Service service(folder.path(), clock);
        set_up(service);
        reference = raise(service, "c1");
        const auto view = service.reading.open_disagreement(app::PersonId("worker"), reference);
        REQUIRE(view);
        before = view->dossier.state;
        duties = view->dossier.duties;
        rows = service.ledger->rows({.view = "work", .limit = 100});
        service.reads.flush();
    }
    Service service(folder.path(), clock);
    const auto again = service.transact.raise(app::PersonId("teacher"), "riverside", raising("c1"));
    REQUIRE(again);
    CHECK(again->repeated);
    CHECK(again->reference == reference);
    const auto view = service.reading.open_disagreement(app::PersonId("worker"), reference);
    REQUIRE(view);
    CHECK(view->dossier.state == before);
    CHECK(view->dossier.duties == duties);
    CHECK(view->find_text(1, "child_name")->words == "Zephyrine Quillfeather");
    app::rebuild(service.journal, service.installation);
    CHECK(service.ledger->rows({.view = "work", .limit = 100}) == rows);
    CHECK_FALSE(service.ledger->verify(std::nullopt).broken);

    clock.set(at("2026-11-24T09:00"));
    CHECK(app::expire_due(*service.ledger, service.transact, clock.now()).recorded > 0);
    CHECK(app::expire_due(*service.ledger, service.transact, clock.now()).recorded == 0);
}

TEST_CASE("no file of the folder holds a word about the child, nor a name of who works there") {
    const Folder folder;
    app::testing::TickingClock clock(at("2026-11-19T10:00"));
    {
        Service service(folder.path(), clock);
        set_up(service);
        raise(service, "c1");
    }
    std::size_t files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder.path())) {
        if (!entry.is_regular_file()) continue;
        ++files;
        const auto bytes = bytes_of(entry.path());
        for (const auto& canary : canaries) {
            CAPTURE(entry.path().string());
            CAPTURE(canary);
            CHECK(bytes.find(canary) == std::string::npos);
        }
    }
    CHECK(files >= 4);
}

TEST_CASE("nothing is shown while who looks at it cannot be written down") {
    const Folder folder;
    app::testing::TickingClock clock(at("2026-11-19T10:00"));
    Service service(folder.path(), clock);
    set_up(service);
    const auto reference = raise(service, "c1");
    const auto unwritable = sqlite::SqliteStore::open_read_only(folder.path() / "reads");
    app::ReadsLog stuck(*unwritable, service.random);
    app::Reading reading({service.journal, service.installation, stuck, service.digests, clock});
    CHECK(reading.open_disagreement(app::PersonId("teacher"), reference));
    CHECK_FALSE(stuck.is_stuck());
    CHECK_THROWS_AS(stuck.flush(), store::Fault);
    CHECK(stuck.is_stuck());
    CHECK_THROWS_AS(reading.open_disagreement(app::PersonId("teacher"), reference), store::Fault);
    CHECK(stuck.of(reference).size() == 1);
    CHECK(service.reading.open_disagreement(app::PersonId("teacher"), reference));
}

TEST_CASE("erasing who the child is changes no hash, and nobody reads the name again") {
    const Folder folder;
    app::testing::TickingClock clock(at("2026-11-19T10:00"));
    std::string reference;
    ledger::Head head;
    {
        Service service(folder.path(), clock);
        set_up(service);
        reference = raise(service, "c1");
        head = service.ledger->head();
        service.vault.destroy_class(app::streams::disagreement(reference), store::FieldClass::Identity);
    }
    Service service(folder.path(), clock);
    CHECK_FALSE(service.ledger->verify(head).broken);
    const auto view = service.reading.open_disagreement(app::PersonId("teacher"), reference);
    REQUIRE(view);
    CHECK(view->find_text(1, "child_name")->shown == app::Text::Shown::Withheld);
    CHECK(view->find_text(1, "view")->shown == app::Text::Shown::Plain);
}
