#include "http/server.h"

#include <charconv>
#include <csignal>
#include <map>
#include <set>

#include "http/connection.h"

namespace http {

namespace {

using Error = boost::system::error_code;

[[noreturn]] void cannot_listen(const std::string& where, const std::string& why) {
    throw Fault("cannot listen on '" + where + "': " + why);
}

tcp::endpoint endpoint_of(const std::string& listen) {
    const auto colon = listen.rfind(':');
    const std::string_view text = listen;
    std::string_view host = text.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    if (host == "localhost") host = "127.0.0.1";

    Error error;
    const auto address = net::ip::make_address(std::string(host), error);
    const auto digits = colon == std::string::npos ? std::string_view() : text.substr(colon + 1);
    std::uint16_t port = 0;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (error || digits.empty() || failed != std::errc{} || end != digits.data() + digits.size()) {
        cannot_listen(listen, "give an address and a port, as in 127.0.0.1:8080 or [::1]:8080");
    }
    return {address, port};
}

std::string reason_for(const Error& error) {
    if (error == net::error::address_in_use)
        return "another program listens there already; choose another port";
    if (error == net::error::access_denied) return "ports below 1024 need a privilege; choose a higher port";
    if (error == boost::system::errc::address_not_available) return "this machine does not have that address";
    return error.message();
}

tcp::acceptor open_acceptor(net::io_context& network, const std::string& listen) {
    const auto endpoint = endpoint_of(listen);
    tcp::acceptor acceptor(network);
    Error error;
    acceptor.open(endpoint.protocol(), error);
    if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(tcp::acceptor::max_listen_connections, error);
    if (error) cannot_listen(listen, reason_for(error));
    return acceptor;
}

}  // namespace

class Server::Machine {
public:
    Machine(Setup setup, Handler handler, FaultHandler fault_handler, Refuser refuser)
        : limits_(setup.limits),
          refuser_(std::move(refuser)),
          acceptor_(open_acceptor(network_, setup.listen)),
          address_(acceptor_.local_endpoint()),
          workers_(network_, setup.workers, limits_.queue_max, std::move(handler), std::move(fault_handler)) {
    }

    void run() {
        auto accepting = accept();
        net::co_spawn(network_, std::move(accepting), rethrow);
        network_.run();
    }

    void drain() {
        net::post(network_, [this] { begin_drain(); });
    }

    void drain_on_signals() {
        signals_.add(SIGTERM);
        signals_.add(SIGINT);
        signals_.async_wait([this](const Error& error, int) {
            if (!error) begin_drain();
        });
    }

    const tcp::endpoint& address() const { return address_; }
    const Figures& figures() const { return figures_; }

private:
    static void rethrow(const std::exception_ptr& thrown) {
        if (thrown) std::rethrow_exception(thrown);
    }

    net::awaitable<void> accept() {
        while (acceptor_.is_open()) {
            auto [error, socket] = co_await acceptor_.async_accept(net::as_tuple(net::use_awaitable));
            if (error == net::error::operation_aborted) co_return;
            if (!error) {
                admit(std::move(socket));
                continue;
            }
            // Out of descriptors, most likely: let some connections end first.
            pause_.expires_after(std::chrono::milliseconds(100));
            co_await pause_.async_wait(net::as_tuple(net::use_awaitable));
        }
    }

    void admit(tcp::socket socket) {
        auto connection = std::make_shared<Connection>(
            std::move(socket), Connection::House{workers_, limits_, refuser_, figures_});
        const std::size_t of_peer = per_peer_[connection->peer()];
        const bool full =
            connections_.size() >= limits_.connections_max ||
            (limits_.connections_per_peer_max > 0 && of_peer >= limits_.connections_per_peer_max);
        if (full) {
            forget_peer(connection->peer());
            connection->cut();
            return;
        }
        ++per_peer_[connection->peer()];
        connections_.insert(connection);
        figures_.opened();
        auto serving = connection->serve();
        // What a handler throws ends at the workers. If a connection itself breaks, out of memory
        // say, it alone ends.
        net::co_spawn(network_, std::move(serving), [this, connection](const std::exception_ptr&) {
            connection->cut();
            leave(connection);
        });
    }

    void leave(const std::shared_ptr<Connection>& connection) {
        --per_peer_[connection->peer()];
        forget_peer(connection->peer());
        connections_.erase(connection);
        figures_.closed();
        if (draining_ && connections_.empty()) drain_timer_.cancel();
    }

    void forget_peer(const std::string& peer) {
        if (per_peer_[peer] == 0) per_peer_.erase(peer);
    }

    void begin_drain() {
        if (draining_) return;
        draining_ = true;
        Error ignored;
        acceptor_.close(ignored);
        pause_.cancel();
        signals_.cancel();
        if (connections_.empty()) return;
        for (const auto& connection : connections_) connection->finish();
        drain_timer_.expires_after(limits_.drain_deadline);
        drain_timer_.async_wait([this](const Error& error) {
            if (error) return;
            for (const auto& connection : connections_) connection->cut();
        });
    }

    Limits limits_;
    Refuser refuser_;
    Figures figures_;
    net::io_context network_{1};
    tcp::acceptor acceptor_;
    tcp::endpoint address_;
    net::steady_timer pause_{network_};
    net::steady_timer drain_timer_{network_};
    net::signal_set signals_{network_};
    std::set<std::shared_ptr<Connection>> connections_;
    std::map<std::string, std::size_t> per_peer_;
    bool draining_ = false;
    Workers workers_;  // last: its threads end before the network that they post to
};

Response in_plain_text(const Refused& refused) {
    return text(std::string(reason(refused.status)) + ": " + refused.why + ".\n", refused.status);
}

Server::Server(Setup setup, Handler handler, FaultHandler fault_handler, Refuser refuser)
    : machine_(std::make_unique<Machine>(std::move(setup), std::move(handler), std::move(fault_handler),
                                         std::move(refuser))) {}

Server::~Server() = default;

void Server::run() {
    machine_->run();
}

void Server::drain() {
    machine_->drain();
}

void Server::drain_on_signals() {
    machine_->drain_on_signals();
}

const Figures& Server::figures() const {
    return machine_->figures();
}

std::uint16_t Server::port() const {
    return machine_->address().port();
}

std::string Server::url() const {
    const auto& address = machine_->address();
    const std::string host = address.address().to_string();
    return "http://" + (address.address().is_v6() ? "[" + host + "]" : host) + ":" +
           std::to_string(address.port());
}

}  // namespace http
