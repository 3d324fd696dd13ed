// Settings: what is not known or not safe is refused with its place, before anything is opened.
#include <doctest/doctest.h>

#include "cli/serve.h"
#include "main/program.h"
#include "store/temporary_folder.h"

namespace {

struct Said {
    std::string file = {};
    std::map<std::string, std::string> variables = {};
    cli::ServeArgs args = {};
};

tl::expected<cli::Settings, base::Findings> settings(const Said& said) {
    const testing::TemporaryFolder folder;
    auto args = said.args;
    if (!said.file.empty()) {
        args.config = (folder.path() / "c.yaml").string();
        running::write_file(args.config, said.file);
    }
    return cli::read_settings(args, [&](const std::string& name) {
        const auto found = said.variables.find(name);
        return found == said.variables.end() ? std::string{} : found->second;
    });
}

std::string fault(const Said& said) {
    const auto read = settings(said);
    REQUIRE_FALSE(read.has_value());
    return base::to_text(read.error().front());
}

}  // namespace

TEST_CASE("The command line outweighs the environment, and that the file") {
    const std::string file = "data: from-file\nlisten: 127.0.0.1:1111\nworkers: 2\n";
    const auto all = settings({file,
                               {{"CONCORDAT_DATA", "from-variable"}, {"CONCORDAT_LISTEN", "127.0.0.1:2222"}},
                               {.listen = "127.0.0.1:3333"}});
    REQUIRE(all);
    CHECK(all->data == "from-variable");
    CHECK(all->listen == "127.0.0.1:3333");
    CHECK(all->workers == 2);
    CHECK(all->session_idle_minutes == 30);
}

TEST_CASE("An unknown key is refused with its place and the key that was meant") {
    const std::string said = fault({"data: d\nlisen: 127.0.0.1:1\n"});
    CHECK(said.find("c.yaml:2:1") != std::string::npos);
    CHECK(said.find("'listen'") != std::string::npos);
    const testing::TemporaryFolder folder;
    running::write_file(folder.path() / "c.yaml", "data: d\nlisen: 127.0.0.1:1\n");
    CHECK(running::run({"serve", "--config", (folder.path() / "c.yaml").string()}).status == 1);
}

TEST_CASE("A value that does not fit names the variable it came from") {
    CHECK(fault({{}, {{"CONCORDAT_DATA", "d"}, {"CONCORDAT_WORKERS", "many"}}}).find("CONCORDAT_WORKERS") !=
          std::string::npos);
}

TEST_CASE("What is no address and port is said to be none") {
    CHECK(fault({{}, {}, {.data = "d", .listen = "nonsense"}}).find("not an address and a port") !=
          std::string::npos);
}

TEST_CASE("Off loopback there must be a proxy that ends TLS, and its address") {
    CHECK(fault({{}, {}, {.data = "d", .listen = "0.0.0.0:8080"}}).find("there is no TLS") !=
          std::string::npos);
    CHECK(fault({"trusted_proxy: yes\n", {}, {.data = "d", .listen = "0.0.0.0:8080"}}).find("https://") !=
          std::string::npos);
    CHECK(settings({"trusted_proxy: yes\npublic_address: https://escalation.example.org\n",
                    {},
                    {.data = "d", .listen = "0.0.0.0:8080"}}));
    CHECK(settings({{}, {}, {.data = "d", .listen = "[::1]:8080"}}));
}

TEST_CASE("Without a data folder the three ways to name one are said") {
    CHECK(fault({}).find("CONCORDAT_DATA") != std::string::npos);
    CHECK(fault({"# nothing yet\n"}).find("CONCORDAT_DATA") != std::string::npos);
    CHECK(fault({"workers: 3\n"}).find("--data") != std::string::npos);
}

TEST_CASE("Every command has help with an example, and wrong usage is status 2") {
    for (const std::vector<std::string>& command : {std::vector<std::string>{"serve"},
                                                    {"demo"},
                                                    {"verify"},
                                                    {"rebuild"},
                                                    {"doctor"},
                                                    {"partnership", "add"},
                                                    {"partnership", "adopt"},
                                                    {"directory", "import"},
                                                    {"directory", "export"},
                                                    {"user", "add"}}) {
        auto arguments = command;
        arguments.push_back("--help");
        const auto help = running::run(arguments);
        CHECK(help.status == 0);
        CHECK(help.out.find("Example") != std::string::npos);
        arguments.back() = "--no-such-option";
        CHECK(running::run(arguments).status == 2);
    }
}
