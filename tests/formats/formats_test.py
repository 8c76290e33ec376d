#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads what gisa-search prints with the readers that other people use.

formats_test.py GISA_INDEX GISA_SEARCH SCHEMA
"""
import csv
import email.policy
import io
import json
import mailbox
import os
import subprocess
import sys
import tempfile
import unittest
from xml.etree import ElementTree

import jsonschema

INDEX, SEARCH, SCHEMA = sys.argv[1:4]
ARTICLES = [
    {
        "id": "ko-1",
        "title": "하늬목시, \"워터마크\" 서약 <도입> & 시행",
        "body": "하늬목시는 홍보물에 워터마크를 넣겠다는 서약을 받는다고 밝혔다.\n\n쉼표, 따옴표 \"와\" 줄바꿈이 있다.",
        "date": "2024-05-07T09:30:00+09:00",
        "url": "https://example.org/1?a=1&b=2",
        "publisher": "도깨비일보",
        "byline": "홍길동 기자",
        "section": "사회",
        "lang": "ko",
    },
    # The same report in another paper: found by words of its own, so that other answers stay as they are.
    *(
        {
            "id": paper,
            "title": f"{paper} 윤슬강",
            "body": "윤슬강의 물이 사흘째 내린 비로 3.5m까지 불었다. 시는 다리 일곱 곳을 막고 강가에 사는 주민 1,200명을 "
            "가까운 학교로 옮겼다. 다친 사람은 아직 없다. 기상청은 주말까지 비가 200mm 더 온다고 내다봤다.",
            "publisher": paper,
        }
        for paper in ("새별신문", "한들일보")
    ),
    {"id": "기사 2", "title": "Watermark {pledge}\x01\uffff 100% signed_off", "body": "서약 & 워터마크: the \\pledge $1.", "lang": "en"},
]


class Formats(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.environment = {
            # Sanitizers are told there what is not ours.
            **{name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")},
            "PATH": os.environ["PATH"],
            "GISA_ARCHIVE": cls.folder.name + "/archive",
            "GISA_CONFIG": "/dev/null",
        }
        lines = "\n".join(json.dumps(article) for article in ARTICLES)
        subprocess.run([INDEX, "add", "--quiet", "-"], input=lines, text=True, env=cls.environment, check=True)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def search(self, *arguments, query="워터마크 서약"):
        command = [SEARCH, *arguments, query]
        return subprocess.run(command, env=self.environment, stdout=subprocess.PIPE, check=True).stdout.decode()

    def validate(self, value, part):
        with open(SCHEMA, encoding="utf-8") as file:
            schema = json.load(file)
        schema["$ref"] = "#/$defs/" + part
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.Draft202012Validator(schema).validate(value)

    def test_json_holds_to_its_schema(self):
        answer = json.loads(self.search("--format", "json", "--exact"))
        self.validate(answer, "answer")
        self.assertEqual(answer["total"], {"at_least": 2, "estimate": 2, "at_most": 2, "exact": True})
        self.assertEqual({hit["id"] for hit in answer["hits"]}, {"ko-1", "기사 2"})

    def test_copies_of_a_story_stand_behind_it_unless_all_is_asked_for(self):
        papers = {"새별신문", "한들일보"}
        answer = json.loads(self.search("--format", "json", query="윤슬강"))
        self.validate(answer, "answer")
        [hit] = answer["hits"]
        [copy] = hit["copies"]
        self.assertEqual({hit["id"], copy["id"]}, papers)
        self.assertEqual(copy["publisher"], copy["id"])
        each = json.loads(self.search("--format", "json", "--all", query="윤슬강"))
        self.assertEqual([(len(each["hits"]), hit["copies"]) for hit in each["hits"]], [(2, []), (2, [])])
        self.assertEqual(set(self.search("--format", "ids", query="윤슬강").split()), papers)

    def test_alerts_are_mails_and_feeds(self):
        with tempfile.TemporaryDirectory() as home:
            environment = {**self.environment, "GISA_ARCHIVE": home + "/archive", "HOME": home}
            feed, maildir = home + "/feeds/윤슬강의-물.rss", home + "/mails"

            def night(articles):
                lines = "\n".join(json.dumps(article) for article in articles)
                subprocess.run([INDEX, "add", "--quiet", "-"], input=lines, text=True, env=environment, check=True)
                outputs = ["--feeds", home + "/feeds", "--mails", maildir, "--mail-to", "desk@example.org"]
                subprocess.run([SEARCH, "--alerts", *outputs], env=environment, check=True)

            subprocess.run([SEARCH, "--save", "윤슬강의-물", "윤슬강"], env=environment, check=True)
            night(ARTICLES[:1])
            night(ARTICLES[1:])
            [message] = mailbox.Maildir(maildir, factory=None)
            message = email.message_from_bytes(message.as_bytes(), policy=email.policy.default)
            self.assertEqual(message["Subject"], "Gisa: 윤슬강의-물 (1)")
            self.assertEqual(message["To"].addresses[0].domain, "example.org")
            self.assertIsNotNone(message["Date"].datetime)
            self.assertEqual([str(defect) for header in message.values() for defect in header.defects], [])
            self.assertIn("사흘째 내린 비로 3.5m까지 불었다", message.get_content())
            self.assertIn("+1 of the same story", message.get_content())
            self.assertEqual(len(ElementTree.parse(feed).findall("channel/item")), 1)

    def test_the_schema_can_fail(self):
        answer = json.loads(self.search("--format", "json"))
        del answer["hits"][0]["url"]
        with self.assertRaises(jsonschema.ValidationError):
            self.validate(answer, "answer")

    def test_ndjson_holds_to_its_schema(self):
        lines = self.search("--format", "ndjson").splitlines()
        self.assertEqual(len(lines), 2)
        for line in lines:
            self.validate(json.loads(line), "line")

    def test_marks_in_codepoints_cut_the_same_words_as_marks_in_bytes(self):
        hit = json.loads(self.search("--format", "json", "-n", "1"))["hits"][0]
        for text in ("title", "snippet"):
            in_bytes = [hit[text].encode()[begin:end].decode() for begin, end in hit[text + "_marks"]]
            in_codepoints = [hit[text][begin:end] for begin, end in hit[text + "_marks_codepoints"]]
            self.assertEqual(in_bytes, in_codepoints)
            self.assertTrue(in_bytes)

    def test_csv_gives_back_every_field(self):
        table = self.search("--format", "csv", "--bom", "--fields", "id,title,url,published")
        self.assertTrue(table.startswith("\ufeff"))
        rows = {row["id"]: row for row in csv.DictReader(io.StringIO(table.lstrip("\ufeff"), newline=""))}
        self.assertEqual(rows["ko-1"]["title"], ARTICLES[0]["title"])
        self.assertEqual(rows["ko-1"]["url"], ARTICLES[0]["url"])
        self.assertEqual(rows["ko-1"]["published"], ARTICLES[0]["date"])
        self.assertEqual(rows["기사 2"]["published"], "")

    def test_text0_parts_ids_by_nul(self):
        ids = self.search("--format", "text0")
        self.assertEqual(set(ids.split("\0")), {"ko-1", "기사 2", ""})

    def test_csl_json_names_every_article(self):
        items = {item["id"]: item for item in json.loads(self.search("--format", "csl-json"))}
        self.assertEqual(items["ko-1"]["issued"], {"date-parts": [[2024, 5, 7]]})
        self.assertEqual(items["ko-1"]["author"], [{"literal": "홍길동 기자"}])
        self.assertNotIn("issued", items["기사 2"])

    def test_rss_is_xml_with_an_item_per_hit(self):
        channel = ElementTree.fromstring(self.search("--format", "rss", query="워터마크 & 서약")).find("channel")
        items = {item.findtext("title"): item for item in channel.findall("item")}
        self.assertEqual(channel.findtext("title"), "Gisa: 워터마크 & 서약")
        self.assertEqual(items[ARTICLES[0]["title"]].findtext("link"), ARTICLES[0]["url"])
        self.assertIn("Watermark {pledge} 100% signed_off", items)

    def test_atom_is_xml_with_what_rfc_4287_demands(self):
        feed = ElementTree.fromstring(self.search("--format", "atom"))
        atom = "{http://www.w3.org/2005/Atom}"
        entries = feed.findall(atom + "entry")
        self.assertEqual(len(entries), 2)
        for element in [feed, *entries]:
            for name in ("id", "title", "updated"):
                self.assertTrue(element.findtext(atom + name), name)
        links = [link.get("href") for link in feed.iter(atom + "link")]
        self.assertEqual(links, [ARTICLES[0]["url"]])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
