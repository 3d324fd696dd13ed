// Read-only connections, lent to one thread at a time and opened when they are first needed.
#pragma once
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "sqlite/connection.h"

namespace sqlite {

class Readers {
public:
    Readers(std::filesystem::path path, std::size_t connections_max)
        : path_(std::move(path)), unopened_(connections_max) {}

    /// A connection for as long as this lives; more borrowers than connections wait.
    class Loan {
    public:
        explicit Loan(Readers& from) : from_(from), connection_(from.take()) {}
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;
        ~Loan() { from_.give_back(std::move(connection_)); }
        Connection& operator*() const { return *connection_; }

    private:
        Readers& from_;
        std::unique_ptr<Connection> connection_;
    };

    Loan lend() { return Loan(*this); }

private:
    std::unique_ptr<Connection> take();
    void give_back(std::unique_ptr<Connection>);

    std::filesystem::path path_;
    std::size_t unopened_;
    std::mutex mutex_;
    std::condition_variable came_back_;
    std::vector<std::unique_ptr<Connection>> free_;
};

}  // namespace sqlite
