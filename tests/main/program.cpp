#include "main/program.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <utility>

namespace running {
namespace {

namespace fs = std::filesystem;
constexpr uid_t nobody = 65534;

fs::path program() {
    if (const char* named = std::getenv("CONCORDAT_PROGRAM")) return named;
    return fs::read_symlink("/proc/self/exe").parent_path() / "concordat";
}

struct Pipe {
    Pipe() { REQUIRE(pipe2(ends.data(), O_CLOEXEC) == 0); }
    int take_read() { return std::exchange(ends[0], -1); }
    void close(std::size_t end) {
        if (ends[end] >= 0) ::close(std::exchange(ends[end], -1));
    }
    ~Pipe() {
        close(0);
        close(1);
    }
    std::array<int, 2> ends{-1, -1};
};

/// Only what may be called between fork and exec.
[[noreturn]] void become(const char* path, char** arguments, char** variables, bool as_nobody) {
    if (as_nobody && (setgid(nobody) != 0 || setuid(nobody) != 0)) _exit(126);
    execve(path, arguments, variables);
    _exit(127);
}

pid_t start_with(const Start& start, int in, int out, int err) {
    const std::string path = program().string();
    std::vector<std::string> texts{path};
    texts.insert(texts.end(), start.arguments.begin(), start.arguments.end());
    std::vector<char*> arguments;
    for (auto& text : texts) arguments.push_back(text.data());
    arguments.push_back(nullptr);
    std::vector<std::string> settings{"PATH=/usr/bin:/bin"};
    for (const char* name : {"TSAN_OPTIONS", "LSAN_OPTIONS"}) {
        if (const char* told = std::getenv(name)) settings.push_back(name + std::string("=") + told);
    }
    for (const auto& [name, value] : start.variables) settings.push_back(name + "=" + value);
    std::vector<char*> variables;
    for (auto& setting : settings) variables.push_back(setting.data());
    variables.push_back(nullptr);

    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child > 0) return child;
    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    if (err >= 0) dup2(err, STDERR_FILENO);
    become(path.c_str(), arguments.data(), variables.data(), start.as_nobody && geteuid() == 0);
}

int status_of(pid_t process) {
    int status = 0;
    REQUIRE(waitpid(process, &status, 0) == process);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool read_some(int from, std::string& into) {
    std::array<char, 4096> bytes;
    const ssize_t count = read(from, bytes.data(), bytes.size());
    if (count > 0) into.append(bytes.data(), static_cast<std::size_t>(count));
    return count > 0;
}

/// Both at once: a program that waits for a full pipe never ends.
void read_both(int out, int err, Ended& ended) {
    std::array<pollfd, 2> ends{{{out, POLLIN, 0}, {err, POLLIN, 0}}};
    while (ends[0].fd >= 0 || ends[1].fd >= 0) {
        REQUIRE(poll(ends.data(), ends.size(), 300'000) > 0);
        if (ends[0].revents != 0 && !read_some(out, ended.out)) ends[0].fd = -1;
        if (ends[1].revents != 0 && !read_some(err, ended.err)) ends[1].fd = -1;
    }
}

}  // namespace

Ended run(const Start& start) {
    Pipe in, out, err;
    const pid_t child = start_with(start, in.ends[0], out.ends[1], err.ends[1]);
    in.close(0);
    out.close(1);
    err.close(1);
    if (!start.input.empty())
        REQUIRE(write(in.ends[1], start.input.data(), start.input.size()) ==
                static_cast<ssize_t>(start.input.size()));
    in.close(1);
    Ended ended;
    read_both(out.ends[0], err.ends[0], ended);
    ended.status = status_of(child);
    return ended;
}

Ended run(std::vector<std::string> arguments) {
    return run(Start{.arguments = std::move(arguments)});
}

Service::Service(Start start) {
    const auto began = std::chrono::steady_clock::now();
    Pipe in, out;
    process_ = start_with(start, in.ends[0], out.ends[1], -1);
    out.close(1);
    out_ = out.take_read();
    std::string said;
    while (said.find('\n') == std::string::npos)
        REQUIRE_MESSAGE(read_some(out_, said), "the service ended before it was ready");
    ready_after_ms_ =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began)
            .count();
    const std::string mark = "ready at ";
    const auto at = said.find(mark);
    REQUIRE(at != std::string::npos);
    url_ = said.substr(at + mark.size(), said.find('\n') - at - mark.size());
    port_ = static_cast<std::uint16_t>(std::stoi(url_.substr(url_.rfind(':') + 1)));
}

Service::~Service() {
    if (process_ > 0) stop(SIGKILL);
    if (out_ >= 0) ::close(out_);
}

int Service::stop(int signal) {
    kill(process_, signal);
    return status_of(std::exchange(process_, -1));
}

std::string read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE(file);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write_file(const fs::path& path, const std::string& text) {
    std::ofstream file(path, std::ios::binary);
    file << text;
    REQUIRE(file.good());
}

}  // namespace running
