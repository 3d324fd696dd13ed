// `concordat record`, as somebody types it at the machine of the service.
#include "cli/record.h"

#include <sys/stat.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <sstream>

#include "app/papers.h"
#include "app/world.h"
#include "store/temporary_folder.h"

namespace {

using app::testing::World;

struct Ended {
    int status = 0;
    std::string out, err;
};

struct Desk {
    World world;
    std::string reference = world.raise();
    testing::TemporaryFolder folder;
    std::string file = (folder.path() / "record.pdf").string();

    Ended record(std::vector<std::string> words) {
        CLI::App app("concordat");
        cli::RecordArgs args;
        cli::add_record(app, args);
        words.insert(words.begin(), {"record", "--data", "unused", "-o", file});
        std::reverse(words.begin(), words.end());
        app.parse(std::move(words));
        std::istringstream in;
        std::ostringstream out, err;
        app::testing::PlainPapers papers;
        const int status = cli::run_record(args, {in, out, err, {}},
                                           {world.installation, world.reading, world.reads, papers});
        return {status, out.str(), err.str()};
    }

    std::string written() const {
        std::ostringstream text;
        text << std::ifstream(file).rdbuf();
        return text.str();
    }
};

bool says(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("the record of a disagreement is written to a file that its owner alone can read") {
    Desk desk;
    std::ofstream(desk.file) << "what was there before, for everybody";
    const auto ended = desk.record({desk.reference, "--as", "teacher@example.org", "--json"});
    CHECK(ended.status == 0);
    CHECK(json::parse(ended.out)->at("file").get_string() == desk.file);
    CHECK(says(desk.written(), "# Record of disagreement " + desk.reference));
    struct stat found {};
    REQUIRE(::stat(desk.file.c_str(), &found) == 0);
    CHECK((found.st_mode & 0777) == 0600);
    CHECK(std::distance(std::filesystem::directory_iterator(desk.folder.path()), {}) == 1);
}

TEST_CASE("the console sees what the person it names may see, and nothing for an administrator") {
    Desk desk;
    CHECK(desk.record({desk.reference, "--as", "keeper"}).status == 0);
    CHECK_FALSE(says(desk.written(), app::testing::canary_name));
    std::filesystem::remove(desk.file);
    for (const auto* person : {"admin", "stranger"}) {
        const auto refused = desk.record({desk.reference, "--as", person});
        CHECK(refused.status == 1);
        CHECK(refused.err == desk.record({"K7QM-2RXD-9F", "--as", person}).err);
        CHECK_FALSE(std::filesystem::exists(desk.file));
    }
    CHECK(desk.record({desk.reference, "--as", "nobody"}).status == 1);
}

TEST_CASE("the reading is durable before the file is there") {
    Desk desk;
    desk.file = (desk.folder.path() / "missing" / "record.pdf").string();
    CHECK_THROWS_AS(desk.record({desk.reference, "--as", "teacher"}), std::system_error);
    app::ReadsLog another(desk.world.reads_ledger, desk.world.random);
    CHECK(another.of(desk.reference).size() == 1);
}
