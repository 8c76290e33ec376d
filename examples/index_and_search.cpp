// SPDX-License-Identifier: GPL-2.0-or-later
#include <iostream>

#include <gisa/error.h>
#include <gisa/indexer.h>
#include <gisa/searcher.h>

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: index_and_search ARCHIVE\n";
        return 2;
    }
    try {
        gisa::Indexer indexer(argv[1]);
        indexer.put({
            .id = "2024-05-22-ai",
            .title = "AI 기업 16곳, 서울에서 워터마크 서약",
            .body = "기업들은 생성물에 워터마크를 넣기로 서약했다.",
        });
        indexer.put({
            .id = "2024-05-23-sea",
            .title = "Fishermen welcome the new harbour",
            .body = "The harbour of Haneulmok opened on Thursday.",
        });
        indexer.commit();

        gisa::Searcher searcher(argv[1]);
        for (const gisa::Hit& hit : searcher.search({.query = "워터마크 서약"}).hits) {
            std::cout << hit.id << "  " << hit.title.text << '\n' << hit.snippet.text << '\n';
        }
    } catch (const gisa::Error& error) {
        std::cerr << error.what() << '\n' << error.hint() << '\n';
        return 1;
    }
}
