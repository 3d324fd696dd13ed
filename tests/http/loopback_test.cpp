#include "http/loopback.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <stdexcept>

namespace loopback {

namespace {

constexpr std::uint16_t first_port = 20000;
constexpr std::uint16_t last_port = 30000;

}  // namespace

Client::Client(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const timeval patience{10, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(socket_);
        throw std::runtime_error("cannot connect to port " + std::to_string(port));
    }
}

Client::~Client() {
    if (socket_ >= 0) ::close(socket_);
}

Client::Client(Client&& other) noexcept
    : socket_(std::exchange(other.socket_, -1)), received_(std::move(other.received_)) {}

bool Client::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void Client::half_close() {
    ::shutdown(socket_, SHUT_WR);
}

bool Client::read_some() {
    char bytes[65536];
    const auto count = ::recv(socket_, bytes, sizeof bytes, 0);
    timed_out_ = count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
    if (count <= 0) return false;
    received_.append(bytes, static_cast<std::size_t>(count));
    return true;
}

std::optional<std::string> Client::read_to_end() {
    while (read_some()) {
    }
    if (timed_out_) return std::nullopt;
    return std::exchange(received_, {});
}

std::string Client::read_response(bool has_body) {
    std::size_t end = std::string::npos;
    while ((end = received_.find("\r\n\r\n")) == std::string::npos) {
        if (!read_some()) return std::exchange(received_, {});
    }
    std::size_t size = end + 4;
    const auto length = received_.find("Content-Length: ");
    if (has_body && length < end) size += std::stoul(received_.substr(length + 16));
    while (received_.size() < size) {
        if (!read_some()) break;
    }
    const std::string response = received_.substr(0, size);
    received_.erase(0, size);
    return response;
}

bool Client::is_closed() {
    const auto rest = read_to_end();
    return rest && rest->empty();
}

std::unique_ptr<http::Server> open_on_free_port(http::Setup setup, http::Handler handler,
                                                http::FaultHandler fault_handler) {
    static std::atomic<unsigned> next{static_cast<unsigned>(::getpid()) % 1000 * 10};
    for (int attempt = 0; attempt < 200; ++attempt) {
        const unsigned port = first_port + next++ % (last_port - first_port);
        setup.listen = "127.0.0.1:" + std::to_string(port);
        try {
            return std::make_unique<http::Server>(setup, handler, fault_handler);
        } catch (const http::Fault&) {
        }
    }
    throw std::runtime_error("no free port for a test");
}

Running::Running(http::Handler handler, http::Limits limits, std::size_t workers,
                 http::FaultHandler fault_handler) {
    if (!fault_handler) {
        fault_handler = [](const http::Request&, const std::exception_ptr&) {
            return http::text("broken", 500);
        };
    }
    server_ = open_on_free_port({"", workers, limits}, std::move(handler), std::move(fault_handler));
    thread_ = std::thread([this] { server_->run(); });
}

Running::~Running() {
    stop();
}

void Running::stop() {
    if (!thread_.joinable()) return;
    server_->drain();
    thread_.join();
}

std::string Running::ask(std::string_view request) const {
    Client asking = client();
    asking.send(request);
    return asking.read_to_end().value_or("(never closed)");
}

int status_of(std::string_view response) {
    if (!response.starts_with("HTTP/1.1 ") || response.size() < 12) return 0;
    return std::stoi(std::string(response.substr(9, 3)));
}

std::size_t responses_in(std::string_view bytes) {
    std::size_t count = 0;
    for (auto at = bytes.find("HTTP/1.1 "); at != std::string_view::npos;
         at = bytes.find("HTTP/1.1 ", at + 1))
        ++count;
    return count;
}

}  // namespace loopback
