#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "sqlite/kept_folder.h"

namespace {

using testing::Meddler;

struct Kept {
    testing::TemporaryFolder folder;
    ledger::Head head = testing::write_entries(folder.path(), 6);

    std::filesystem::path file() const { return folder.path() / "concordat.db"; }
    std::optional<ledger::Break> found(const std::optional<ledger::Head>& kept = {}) const {
        return testing::verify(folder.path(), kept).broken;
    }
};

std::string flipped(std::string bytes, std::size_t at) {
    bytes[at] = static_cast<char>(bytes[at] ^ 0x20);
    return bytes;
}

std::string slurp(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void spill(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

}  // namespace

TEST_CASE("an untouched folder is believed") {
    const Kept kept;
    CHECK_FALSE(kept.found());
    CHECK_FALSE(kept.found(kept.head));
    CHECK(testing::refusal(kept.folder.path()).empty());
}

TEST_CASE("a change of any byte of any column of any entry is found, and names the entry") {
    const Kept kept;
    Meddler meddler(kept.file());
    int changes = 0;
    for (std::int64_t position = 0; position < 6; ++position) {
        const std::string at = " FROM entries WHERE position = " + std::to_string(position);
        for (const std::string column : {"stream", "type", "open", "sealed", "leaf"}) {
            const bool is_text = column != "sealed" && column != "leaf";
            const std::string set = "UPDATE entries SET " + column + " = ? WHERE position = ?";
            const auto write = [&](const std::string& bytes) {
                is_text ? meddler.set_text(set, bytes, position) : meddler.set_blob(set, bytes, position);
            };
            const std::string before = meddler.bytes("SELECT " + column + at);
            for (std::size_t i = 0; i <= before.size(); ++i) {
                INFO(column, " of entry ", position, ", byte ", i);
                write(i == before.size() ? before + "x" : flipped(before, i));
                const auto found = kept.found();
                REQUIRE(found);
                REQUIRE(found->position == position);
                ++changes;
            }
            write(before);
        }
        for (const std::string column : {"revision", "type_version"}) {
            const std::string set = "UPDATE entries SET " + column + " = ? WHERE position = ?";
            const std::int64_t before = meddler.number("SELECT " + column + at);
            for (int byte = 0; byte < 8; ++byte) {
                INFO(column, " of entry ", position, ", byte ", byte);
                meddler.set_number(set, before ^ std::int64_t{0x10} << byte * 8, position);
                const auto found = kept.found();
                REQUIRE(found);
                REQUIRE(found->position == position);
                ++changes;
            }
            meddler.set_number(set, before, position);
        }
    }
    CHECK(changes > 700);
    CHECK_FALSE(kept.found(kept.head));
}

TEST_CASE("an entry that was given another place, taken out, put in or swapped is found") {
    const Kept kept;
    Meddler meddler(kept.file());
    for (std::int64_t position = 0; position < 6; ++position) {
        INFO("entry ", position);
        const std::string here = " WHERE position = " + std::to_string(position);
        meddler.run("CREATE TABLE IF NOT EXISTS aside AS SELECT * FROM entries WHERE 0");
        meddler.run("INSERT INTO aside SELECT * FROM entries" + here);
        const auto put_back = [&] {
            meddler.run("DELETE FROM entries WHERE position NOT BETWEEN 0 AND 5 OR position = " +
                        std::to_string(position));
            meddler.run("INSERT INTO entries SELECT * FROM aside");
        };

        meddler.run("UPDATE entries SET position = 100" + here);
        CHECK(kept.found()->position == position);
        put_back();
        meddler.run("UPDATE entries SET position = -1" + here);
        CHECK(kept.found());
        put_back();
        meddler.run("DELETE FROM entries" + here);
        CHECK(kept.found()->position == position);
        put_back();
        meddler.run("DELETE FROM aside");
        CHECK_FALSE(kept.found());
    }
    const auto swap_1_and_2 = [&] {
        meddler.run("UPDATE entries SET position = position + 100 WHERE position IN (1, 2)");
        meddler.run("UPDATE entries SET position = 103 - position WHERE position > 100");
    };
    swap_1_and_2();
    CHECK(kept.found()->position == 1);
    swap_1_and_2();
    CHECK_FALSE(kept.found());
    meddler.run(
        "INSERT INTO entries SELECT 6, stream, 4, type, type_version, open, sealed, leaf FROM entries WHERE "
        "position = 5");
    CHECK(kept.found()->position == 6);
}

TEST_CASE(
    "an entry forged together with every hash in the database is found by the head beside it, or one kept "
    "elsewhere") {
    const Kept kept;
    const testing::TemporaryFolder other;
    // The forger writes a whole ledger anew, of the same length.
    {
        const auto forged = sqlite::SqliteStore::open(other.path());
        for (int i = 0; i < 6; ++i)
            REQUIRE(forged->append(
                contract::command(i % 2 == 0 ? "a" : "b", i / 2, "forged" + std::to_string(i))));
    }
    std::filesystem::copy_file(other.path() / "concordat.db", kept.file(),
                               std::filesystem::copy_options::overwrite_existing);
    CHECK(kept.found());
    CHECK(testing::refusal(kept.folder.path()).find("not those whose head was kept") != std::string::npos);
    std::filesystem::copy_file(other.path() / "head", kept.folder.path() / "head",
                               std::filesystem::copy_options::overwrite_existing);
    CHECK_FALSE(kept.found());
    CHECK(kept.found(kept.head));
}

TEST_CASE("a ledger cut short, with its tree made to match, is found by the head, and is not written on") {
    const Kept kept;
    const testing::TemporaryFolder shorter;
    testing::write_entries(shorter.path(), 4);
    std::filesystem::copy_file(shorter.path() / "concordat.db", kept.file(),
                               std::filesystem::copy_options::overwrite_existing);
    CHECK(kept.found()->position == 4);
    CHECK(testing::refusal(kept.folder.path()).find("some are missing") != std::string::npos);
    CHECK(testing::verify(shorter.path(), kept.head).broken->position == 4);
}

TEST_CASE("a change of any byte of the tree or of the head is found") {
    const Kept kept;
    {
        Meddler meddler(kept.file());
        const std::string before = meddler.bytes("SELECT frontier FROM tree");
        for (std::size_t i = 0; i < before.size(); ++i) {
            meddler.set_blob("UPDATE tree SET frontier = ? WHERE one = ?", flipped(before, i), 1);
            CHECK(kept.found());
        }
        meddler.set_blob("UPDATE tree SET frontier = ? WHERE one = ?", before, 1);
    }
    const std::string head = slurp(kept.folder.path() / "head");
    const std::size_t end = head.find_last_not_of(" \n") + 1;
    for (std::size_t i = 0; i < end; ++i) {
        std::string changed = head;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        spill(kept.folder.path() / "head", changed);
        bool noticed = false;
        try {
            noticed = kept.found().has_value();
        } catch (const store::Fault&) {
            noticed = true;
        }
        CHECK(noticed);
        CHECK_FALSE(testing::refusal(kept.folder.path()).empty());
    }
    spill(kept.folder.path() / "head", head);
    CHECK_FALSE(kept.found());
}

TEST_CASE("a changed byte of the file is refused, or found, or changes nothing that is read") {
    const Kept kept;
    const std::string before = slurp(kept.file());
    const auto entries = [&](sqlite::SqliteStore& reader) {
        std::vector<store::Stored> all;
        reader.each(store::Position(0), [&](const store::Stored& stored) { all.push_back(stored); });
        for (const std::string stream : {"a", "b"})
            for (const auto& stored : reader.read(store::StreamId(stream), store::Revision(0)))
                all.push_back(stored);
        return all;
    };
    const auto original = entries(*sqlite::SqliteStore::open_read_only(kept.folder.path()));
    int noticed = 0;
    for (std::size_t i = 0; i < before.size(); i += 41) {
        INFO("byte ", i);
        spill(kept.file(), flipped(before, i));
        try {
            const auto reader = sqlite::SqliteStore::open_read_only(kept.folder.path());
            if (reader->verify(std::nullopt).broken)
                ++noticed;
            else
                CHECK(entries(*reader) == original);
        } catch (const store::Fault&) {
            ++noticed;
        }
    }
    CHECK(noticed > 0);
}

TEST_CASE("a database file cut short anywhere is refused or found, unless it lost only zeros at its end") {
    const Kept kept;
    const std::string before = slurp(kept.file());
    const std::size_t content = before.find_last_not_of('\0') + 1;
    for (std::size_t size = 0; size < content; size += 1024) {
        INFO("cut to ", size, " of ", before.size());
        spill(kept.file(), before.substr(0, size));
        bool noticed = !testing::refusal(kept.folder.path()).empty();
        if (!noticed) noticed = kept.found().has_value();
        CHECK(noticed);
        spill(kept.file(), before);
    }
}

TEST_CASE(
    "destroying a key leaves every file of the ledger byte for byte as it was, and no copy of the key") {
    const testing::TemporaryFolder folder;
    const std::string secret = "this wrapped key must not survive anywhere";
    const auto kept = sqlite::SqliteStore::open(folder.path());
    auto append = contract::command("a", 0, "c1");
    append.keys[0].wrapped = secret;
    REQUIRE(kept->append(append));
    kept->add_keys({{"class", "a", store::FieldClass::Identity, "", secret}});
    const auto ledger_files = [&] {
        return slurp(folder.path() / "concordat.db") + slurp(folder.path() / "concordat.db-wal") +
               slurp(folder.path() / "head");
    };
    const auto somewhere = [&] {
        std::string all = ledger_files();
        for (const auto& file : std::filesystem::directory_iterator(folder.path() / "keys"))
            all += slurp(file.path());
        return all.find(secret) != std::string::npos;
    };
    const std::string before = ledger_files();
    const auto events = kept->read(store::StreamId("a"), store::Revision(0));
    const auto verdict = kept->verify(std::nullopt);
    REQUIRE(somewhere());
    CHECK(kept->destroy_key("key-c1"));
    CHECK(kept->destroy_keys_of(store::StreamId("a"), store::FieldClass::Identity) == 1);
    kept->mark_sent("nobody knows this one");  // the old bytes are gone before the next work begins
    CHECK_FALSE(somewhere());
    CHECK(kept->read(store::StreamId("a"), store::Revision(0)) == events);
    CHECK(kept->verify(verdict.head) == verdict);
}
