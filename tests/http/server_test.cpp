#include <doctest/doctest.h>

#include <atomic>
#include <csignal>
#include <future>
#include <latch>
#include <semaphore>
#include <vector>

#include "http/loopback.h"

using loopback::Running;
using loopback::status_of;
using namespace std::chrono_literals;

namespace {

http::Response echo(const http::Request& request) {
    std::string told = std::string(http::to_text(request.method)) + " " + request.path + "\n";
    for (const auto& [name, value] : request.query) told += "?" + name + "=" + value + "\n";
    for (const auto& [name, value] : request.cookies) told += "cookie " + name + "=" + value + "\n";
    return http::text(told + request.peer + "\n" + request.body);
}

std::string get(const std::string& path, const std::string& lines = {}) {
    return "GET " + path + " HTTP/1.1\r\nHost: a\r\n" + lines + "\r\n";
}

std::string post(const std::string& body, const std::string& lines = {}) {
    return "POST /form HTTP/1.1\r\nHost: a\r\n" + lines + "Content-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

constexpr auto closing = "Connection: close\r\n";

bool ends_with(const std::string& text, std::string_view end) {
    return std::string_view(text).ends_with(end);
}

}  // namespace

TEST_CASE("a request arrives as plain values, and its answer goes back") {
    Running running(echo);
    const auto answer =
        running.ask(get("/a%20b?page=2&q=x+y", "Cookie: session=s1\r\nConnection: close\r\n"));
    CHECK(status_of(answer) == 200);
    CHECK(ends_with(answer, "\r\n\r\nGET /a b\n?page=2\n?q=x y\ncookie session=s1\n127.0.0.1\n"));
    CHECK(answer.find("Date: ") != std::string::npos);
    CHECK(answer.find("Content-Security-Policy: default-src 'none'") != std::string::npos);
    CHECK(answer.find("Cache-Control: no-store") != std::string::npos);
}

TEST_CASE("a body arrives whole, by its length or in chunks, and in pieces") {
    Running running(echo);
    CHECK(ends_with(running.ask(post("hello", closing)), "127.0.0.1\nhello"));

    auto client = running.client();
    for (const auto* piece :
         {"POST / HTTP/1.1\r\nHo", "st: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r",
          "\n\r\n5\r\nhe", "llo\r\n00A\r\n, wor", "ld!!!\r\n0\r", "\n\r\n"}) {
        client.send(piece);
    }
    CHECK(ends_with(client.read_to_end().value_or(""), "127.0.0.1\nhello, world!!!"));
}

TEST_CASE("a client that waits for leave to send its body is given it") {
    Running running(echo);
    auto client = running.client();
    client.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
    CHECK(client.read_response() == "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("hello");
    CHECK(ends_with(client.read_response(), "hello"));
}

TEST_CASE("one connection carries many requests, also sent ahead of their answers") {
    Running running(echo);
    auto client = running.client();
    client.send(get("/1") + post("two") + get("/3"));
    CHECK(ends_with(client.read_response(), "GET /1\n127.0.0.1\n"));
    CHECK(ends_with(client.read_response(), "two"));
    CHECK(ends_with(client.read_response(), "GET /3\n127.0.0.1\n"));
    client.send(get("/4", closing));
    CHECK(ends_with(client.read_response(), "GET /4\n127.0.0.1\n"));
    CHECK(client.is_closed());
}

TEST_CASE("HEAD is told what GET would say, without the body") {
    Running running(echo);
    auto client = running.client();
    client.send("HEAD /x HTTP/1.1\r\nHost: a\r\n\r\n" + get("/after"));
    const auto head = client.read_response(false);
    CHECK(head.find("Content-Length: 18") != std::string::npos);  // "HEAD /x\n127.0.0.1\n"
    CHECK(ends_with(client.read_response(), "GET /after\n127.0.0.1\n"));
}

TEST_CASE("HTTP/1.0 is answered, then the connection ends") {
    Running running(echo);
    CHECK(status_of(running.ask("GET / HTTP/1.0\r\n\r\n")) == 200);
    CHECK(status_of(running.ask("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")) == 200);
}

TEST_CASE("a handler that throws gives the page for faults, and the connection lives on") {
    std::string seen;
    Running running(
        [](const http::Request& request) -> http::Response {
            if (request.path == "/fault") throw std::runtime_error("disk gone");
            if (request.path == "/split") return http::text("x").with("X", "a\r\nSet-Cookie: b");
            return http::text("fine");
        },
        {}, 1,
        [&seen](const http::Request& request, const std::exception_ptr& thrown) {
            try {
                std::rethrow_exception(thrown);
            } catch (const std::exception& error) {
                seen += request.path + ": " + error.what() + "; ";
            }
            return http::page("sorry", 500);
        });
    auto client = running.client();
    client.send(get("/fault") + get("/split") + get("/fine", closing));
    CHECK(ends_with(client.read_response(), "sorry"));
    const auto split = client.read_response();
    CHECK(status_of(split) == 500);
    CHECK(split.find("Set-Cookie") == std::string::npos);
    CHECK(ends_with(client.read_response(), "fine"));
    CHECK(seen.find("/fault: disk gone; /split: ") == 0);
}

TEST_CASE("even the page for faults may fail") {
    Running running([](const http::Request&) -> http::Response { throw 1; }, {}, 1,
                    [](const http::Request&, const std::exception_ptr&) -> http::Response { throw 2; });
    CHECK(status_of(running.ask(get("/", closing))) == 500);
}

TEST_CASE("a body is taken up to its limit and refused one byte past it") {
    http::Limits limits;
    limits.body_bytes_max = 1000;
    Running running(echo, limits);
    CHECK(status_of(running.ask(post(std::string(1000, 'x'), closing))) == 200);
    CHECK(status_of(running.ask(post(std::string(1001, 'x')))) == 413);
    CHECK(status_of(running.ask("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1f4\r\n" +
                                std::string(500, 'x') + "\r\n1f5\r\n" + std::string(501, 'x') +
                                "\r\n0\r\n\r\n")) == 413);
}

TEST_CASE("a client that goes on sending still reads why it was refused") {
    Running running(echo);
    auto client = running.client();
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3000000\r\n\r\n");
    client.send(std::string(3'000'000, 'x'));
    CHECK(status_of(client.read_to_end().value_or("")) == 413);
}

TEST_CASE("headers that trickle in are cut off at the deadline, however busily they trickle") {
    http::Limits limits;
    limits.header_deadline = 200ms;
    Running running(echo, limits);
    auto client = running.client();
    const auto begin = std::chrono::steady_clock::now();
    std::atomic<bool> cut = false;
    std::thread trickle([&] {
        client.send("GET / HTTP/1.1\r\nHost: a\r\n");
        while (!cut && client.send("X: y\r\n")) std::this_thread::sleep_for(10ms);
    });
    auto answer = client.read_to_end();
    cut = true;
    trickle.join();
    const auto took = std::chrono::steady_clock::now() - begin;
    CHECK(took >= 200ms);
    CHECK(took < 5s);
    CHECK(status_of(answer.value_or("")) == 408);
}

TEST_CASE("a body that does not come is cut off, and silence between requests ends a connection") {
    http::Limits limits;
    limits.body_deadline = 100ms;
    limits.idle_deadline = 100ms;
    limits.header_deadline = 100ms;
    Running running(echo, limits);
    CHECK(status_of(running.ask("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhel")) == 408);

    auto idle = running.client();
    idle.send(get("/"));
    CHECK(status_of(idle.read_response()) == 200);
    CHECK(idle.is_closed());
    auto silent = running.client();
    CHECK(silent.is_closed());
}

TEST_CASE("a client that does not read its answer is cut off") {
    http::Limits limits;
    limits.write_deadline = 100ms;
    Running running([](const http::Request&) { return http::text(std::string(32'000'000, 'x')); }, limits, 1);
    auto client = running.client();
    client.send(get("/"));
    std::this_thread::sleep_for(500ms);  // it is the client's silence that is tested
    CHECK(client.read_to_end().value_or("").size() < 32'000'000);
}

TEST_CASE("two hundred clients at once, each with twenty requests on one connection") {
    std::atomic<int> handled = 0;
    Running running([&](const http::Request& request) { return ++handled, echo(request); });
    std::vector<loopback::Client> clients;
    for (int i = 0; i < 200; ++i) clients.push_back(running.client());
    int right = 0;
    for (int round = 0; round < 20; ++round) {
        for (std::size_t i = 0; i < clients.size(); ++i) clients[i].send(get("/" + std::to_string(i)));
        for (std::size_t i = 0; i < clients.size(); ++i) {
            right +=
                ends_with(clients[i].read_response(), "GET /" + std::to_string(i) + "\n127.0.0.1\n") ? 1 : 0;
        }
    }
    CHECK(right == 4000);
    CHECK(handled == 4000);
}

TEST_CASE("clients on many threads are kept apart") {
    http::Limits limits;
    limits.requests_per_connection_max = 7;
    Running running(echo, limits);
    std::atomic<int> right = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t) {
        threads.emplace_back([&, t] {
            for (int i = 0; i < 50; ++i) {
                const std::string body(static_cast<std::size_t>(1 + (t * 1000 + i * 37) % 9000),
                                       static_cast<char>('a' + t));
                right += ends_with(running.ask(post(body, closing)), "127.0.0.1\n" + body) ? 1 : 0;
            }
        });
    }
    for (auto& thread : threads) thread.join();
    CHECK(right == 400);
}

TEST_CASE("a connection ends after as many requests as it may carry") {
    http::Limits limits;
    limits.requests_per_connection_max = 2;
    Running running(echo, limits);
    auto client = running.client();
    client.send(get("/1") + get("/2") + get("/3"));
    const auto all = client.read_to_end().value_or("");
    CHECK(loopback::responses_in(all) == 2);
    CHECK(all.find("/3") == std::string::npos);
}

TEST_CASE("when too many requests wait, the next is asked to come back") {
    std::counting_semaphore<> may_answer(0);
    std::counting_semaphore<> started(0);
    http::Limits limits;
    limits.queue_max = 1;
    Running running(
        [&](const http::Request&) {
            started.release();
            may_answer.acquire();
            return http::text("done");
        },
        limits, 1);
    auto running_one = running.client();
    running_one.send(get("/"));
    started.acquire();
    auto waiting = running.client();
    waiting.send(get("/"));
    std::string refused;
    // Until the second request has taken the one place there is, another may take it instead.
    auto third = running.client();
    third.send(get("/"));
    std::future<std::string> second_answer = std::async([&] { return waiting.read_response(); });
    std::future<std::string> third_answer = std::async([&] { return third.read_response(); });
    while (second_answer.wait_for(1ms) != std::future_status::ready &&
           third_answer.wait_for(1ms) != std::future_status::ready) {
    }
    may_answer.release(2);
    const auto answers = std::pair{second_answer.get(), third_answer.get()};
    CHECK(std::min(status_of(answers.first), status_of(answers.second)) == 200);
    CHECK(std::max(status_of(answers.first), status_of(answers.second)) == 503);
    CHECK((answers.first + answers.second).find("Retry-After: ") != std::string::npos);
    CHECK(status_of(running_one.read_response()) == 200);
}

TEST_CASE("connections past the limit are closed at once; a place that frees is taken") {
    http::Limits limits;
    limits.connections_per_peer_max = 2;
    Running running(echo, limits);
    {
        auto first = running.client();
        first.send(get("/"));
        CHECK(status_of(first.read_response()) == 200);
        auto second = running.client();
        second.send(get("/"));
        CHECK(status_of(second.read_response()) == 200);
        auto third = running.client();
        CHECK(third.is_closed());
    }
    int status = 0;
    for (int attempt = 0; attempt < 1000 && status != 200; ++attempt) {
        auto again = running.client();
        again.send(get("/", closing));
        status = status_of(again.read_to_end().value_or(""));
    }
    CHECK(status == 200);
}

TEST_CASE("draining finishes the request in flight, ends the idle, refuses the new") {
    std::latch started(1);
    std::latch may_answer(1);
    Running running([&](const http::Request& request) {
        if (request.path == "/slow") {
            started.count_down();
            may_answer.wait();
        }
        return http::text("done");
    });
    auto idle = running.client();
    idle.send(get("/"));
    CHECK(status_of(idle.read_response()) == 200);
    auto slow = running.client();
    slow.send(get("/slow"));
    started.wait();

    running.server().drain();
    CHECK(idle.is_closed());
    CHECK_THROWS(running.client());
    may_answer.count_down();
    const auto answer = slow.read_to_end().value_or("");
    CHECK(status_of(answer) == 200);
    CHECK(answer.find("Connection: close") != std::string::npos);
    running.stop();
}

TEST_CASE("draining does not wait for ever for a client that dawdles") {
    http::Limits limits;
    limits.drain_deadline = 100ms;
    Running running(echo, limits);
    auto dawdler = running.client();
    dawdler.send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
    CHECK(dawdler.read_response().find("100 Continue") != std::string::npos);
    const auto begin = std::chrono::steady_clock::now();
    running.stop();
    CHECK(std::chrono::steady_clock::now() - begin < 5s);
}

TEST_CASE("SIGTERM drains") {
    Running running(echo);
    running.server().drain_on_signals();
    CHECK(status_of(running.ask(get("/", closing))) == 200);
    ::raise(SIGTERM);
    running.stop();
    CHECK_THROWS(running.client());
}

TEST_CASE("an address that cannot be had is a fault that says what to do") {
    Running running(echo);
    const auto why = [&](const std::string& listen) -> std::string {
        http::Setup setup;
        setup.listen = listen;
        try {
            http::Server server(setup, echo, {});
        } catch (const http::Fault& fault) {
            return fault.what();
        }
        return {};
    };
    const auto port = std::to_string(running.server().port());
    CHECK(running.server().url() == "http://127.0.0.1:" + port);
    CHECK(why("127.0.0.1:" + port).find("another program listens there already") != std::string::npos);
    CHECK(why("203.0.113.1:8080").find("does not have that address") != std::string::npos);
    for (const auto* nonsense :
         {"", "8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:99999", "here:80"}) {
        CAPTURE(nonsense);
        CHECK(why(nonsense).find("give an address and a port") != std::string::npos);
    }
}
