#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures printed pages from the PDF: sizes, margins, fonts, text, repeated heads."""

import html
import os
import re
import subprocess
import sys
import tempfile
import unittest

SAMPLE = sys.argv.pop(1)
MM = 72 / 25.4
LINE = 1.107  # ascent and descent of Liberation Serif, for a size of 1


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


class Document:
    """A sample report printed in one format, and what poppler reads from it."""

    def __init__(self, folder, profile, rows, day, kind='progress'):
        self.path = os.path.join(folder, f'{profile}-{kind}-{rows}-{day}.pdf')
        self.n_pages = int(run(SAMPLE, profile, kind, str(rows), day, self.path))
        self.text = run('pdftotext', '-layout', self.path, '-')
        self.pages = self.text.split('\f')[:-1]
        self.words = [self.read_words(page) for page in
                      run('pdftotext', '-bbox', self.path, '-').split('<page ')[1:]]

    @staticmethod
    def read_words(page):
        pattern = (r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" '
                   r'yMax="([\d.-]+)">(.*?)</word>')
        return [(float(a), float(b), float(c), float(d), html.unescape(word))
                for a, b, c, d, word in re.findall(pattern, page)]

    def read_styles(self):
        """Each run of text with the tags poppler gives its weight and slant."""
        pattern = r'<text top="(\d+)" left="(\d+)" width="(\d+)"[^>]*>(.*)</text>'
        styles, text, tags, end = {}, '', set(), None
        for top, left, width, line in re.findall(pattern, run('pdftohtml', '-xml', '-i',
                                                              '-stdout', self.path)):
            if end is None or end[0] != top or abs(int(left) - end[1]) > 2:
                styles[text.strip()], text, tags = tags, '', set()
            text += html.unescape(re.sub('<[^>]+>', '', line))
            tags |= set(re.findall('<([bi])>', line))
            end = top, int(left) + int(width)
        styles[text.strip()] = tags
        return styles

    def find_rule(self, y):
        """Start and end of the longest horizontal rule within 6 points below y."""
        scale = 4
        image = subprocess.run(['pdftoppm', '-gray', '-r', str(72 * scale), '-l', '1', self.path],
                               check=True, capture_output=True).stdout
        _, size, _, pixels = image.split(b'\n', 3)
        width = int(size.split()[0])
        runs = []
        for row in range(int(y * scale), int((y + 6) * scale)):
            line = pixels[row * width:(row + 1) * width]
            runs += [match.span() for match in re.finditer(rb'[\x00-\x80]{40,}', line)]
        start, end = max(runs, key=lambda run: run[1] - run[0])
        return start / scale, end / scale

    def find(self, text, page=0):
        """The box around the first run of words that reads text, and its type size."""
        parts = text.split(' ')
        words = self.words[page]
        for i in range(len(words) - len(parts) + 1):
            run_of = words[i:i + len(parts)]
            if [word[4] for word in run_of] == parts:
                return (run_of[0][0], run_of[0][1], run_of[-1][2], run_of[0][3],
                        (run_of[0][3] - run_of[0][1]) / LINE)
        raise AssertionError(f'{text!r} is not on page {page + 1}')


class PaperTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.long = Document(cls.folder.name, 'hd36-2018', 2000, '2023-02-05')
        cls.short = Document(cls.folder.name, 'hd36-2018', 6, '2023-02-05')
        cls.draft = Document(cls.folder.name, 'hd05-2026', 6, '-')
        cls.state = Document(cls.folder.name, 'nd30-2020', 6, '2023-02-05')

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def assert_size(self, document, text, size):
        self.assertAlmostEqual(document.find(text)[4], size, delta=0.1, msg=text)

    def test_sheet(self):
        info = run('pdfinfo', '-l', str(self.long.n_pages), self.long.path)
        sizes = set(re.findall(r'Page +\d+ size: +(.*)', info))
        self.assertEqual(len(sizes), 1, sizes)
        width, height = map(float, re.match(r'([\d.]+) x ([\d.]+)', sizes.pop()).groups())
        self.assertAlmostEqual(width, 297 * MM, delta=0.1)
        self.assertAlmostEqual(height, 210 * MM, delta=0.1)
        self.assertEqual(len(self.long.pages), self.long.n_pages)

    def test_fonts_are_embedded(self):
        lines = run('pdffonts', self.long.path).splitlines()[2:]
        self.assertTrue(lines)
        for line in lines:
            embedded, _, has_unicode = line.split()[-5:-2]
            self.assertEqual((embedded, has_unicode), ('yes', 'yes'), line)

    def test_letterhead_sizes(self):
        for text, size in (('ĐẢNG BỘ TỈNH QUẢNG NGÃI', 14), ('THỊ ỦY ĐỨC PHỔ', 14),
                           ('*', 14), ('-BC/TU', 14), ('ĐẢNG CỘNG SẢN VIỆT NAM', 15),
                           ('Đức Phổ, ngày 05 tháng 02 năm 2023', 14), ('BÁO CÁO', 16),
                           ('tổng hợp tiến độ', 14), ('-----', 14)):
            self.assert_size(self.short, text, size)

    def test_styles(self):
        styles = self.short.read_styles()
        self.assertEqual(set.union(*styles.values()), {'b', 'i'})
        for text, expected in (
                ('ĐẢNG BỘ TỈNH QUẢNG NGÃI', ''), ('THỊ ỦY ĐỨC PHỔ', 'b'),
                ('ĐẢNG CỘNG SẢN VIỆT NAM', 'b'), ('Đức Phổ, ngày 05 tháng 02 năm 2023', 'i'),
                ('BÁO CÁO', 'b'), ('T/M BAN THƯỜNG VỤ', 'b'), ('PHÓ BÍ THƯ', ''),
                ('Nguyễn Văn Mẫu', 'b'), ('Nơi nhận:', ''), ('TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ', 'b')):
            self.assertEqual(styles[text], set(expected), text)

    def test_rules(self):
        """As long as the text they stand under."""
        for document, text in ((self.short, 'ĐẢNG CỘNG SẢN VIỆT NAM'),
                               (self.state, 'Độc lập - Tự do - Hạnh phúc')):
            left, _, right, bottom, _ = document.find(text)
            start, end = document.find_rule(bottom)
            self.assertAlmostEqual(start, left, delta=1)
            self.assertAlmostEqual(end, right, delta=1)

    def test_letterhead_of_the_state(self):
        for text, size in (('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 13), ('Số:', 13),
                           ('Độc lập - Tự do - Hạnh phúc', 14), ('/BC-TU', 13)):
            self.assert_size(self.state, text, size)
        self.assertIn('TM. BAN THƯỜNG VỤ', self.state.text)
        self.assertNotIn('*', self.state.text)
        self.assertNotIn('-----', self.state.text)

    def test_draft_keeps_its_spaces(self):
        before = self.draft.find('Số')
        after = self.draft.find('-BC/TU')
        self.assertGreater(after[0] - before[2], 14)
        day = self.draft.find('Đức Phổ, ngày')
        month = self.draft.find('tháng năm')
        self.assertGreater(month[0] - day[2], 14)
        self.assertIn('- Ban Tuyên giáo Tỉnh ủy;', self.draft.text)

    def test_level(self):
        """The day stands on the number's line, under the rule."""
        self.assertAlmostEqual(self.short.find('-BC/TU')[1],
                               self.short.find('Đức Phổ,')[1], delta=0.1)

    def test_margins(self):
        for page, words in enumerate(self.long.words):
            body = [word for word in words if word[1] > 18 * MM]
            self.assertGreaterEqual(min(word[0] for word in body), 20 * MM - 0.1)
            self.assertLessEqual(max(word[2] for word in body), (297 - 15) * MM + 0.1)
            self.assertGreaterEqual(min(word[1] for word in body), 20 * MM - 0.1)
            self.assertLessEqual(max(word[3] for word in body), (210 - 15) * MM + 0.1)
            # No page stays half empty before the table's end.
            if page < self.long.n_pages - 3:
                self.assertGreater(max(word[3] for word in body), (210 - 15) * MM - 90)

    def test_page_numbers(self):
        self.assertFalse([word for word in self.long.words[0] if word[1] < 18 * MM])
        for page, words in enumerate(self.long.words[1:], start=2):
            top = [word for word in words if word[1] < 18 * MM]
            self.assertEqual([word[4] for word in top], [str(page)])
            self.assertAlmostEqual(top[0][1], 10 * MM, delta=1)
            self.assertAlmostEqual((top[0][0] + top[0][2]) / 2, 297 / 2 * MM, delta=0.5)
            self.assertAlmostEqual((top[0][3] - top[0][1]) / LINE, 14, delta=0.1)

    def test_head_on_each_page(self):
        """On all pages with rows, and at the top: the number alone stands above."""
        pages = [page for page in self.long.pages if '15/4/2023' in page]
        self.assertGreater(len(pages), 100)
        for page in pages:
            for title in ('TT', 'Nhiệm vụ', 'Đảng viên', 'Tổng số', 'Tỷ lệ', 'Ghi chú'):
                self.assertEqual(page.count(title), 1, title)
        for page in pages[1:-1]:
            self.assertLess(page.index('Nhiệm vụ'), page.index('15/4/2023'))

    def test_every_row_once_in_order(self):
        numbers = []
        for words in self.long.words:
            column = [word for word in words if word[1] > 18 * MM and word[2] < 20 * MM + 42]
            numbers += [int(word[4].replace('.', '')) for word in
                        sorted(column, key=lambda word: word[1])
                        if re.fullmatch(r'[\d.]*\d', word[4])]
        self.assertEqual(numbers, [i for i in range(2000) if i % 40])

    def test_total_is_not_alone(self):
        page = next(page for page in self.long.pages if 'TỔNG' in page)
        self.assertIn('1.999', page[:page.index('TỔNG')])
        self.assertIn('2.468.000', page)
        self.assertIn('81,0%', page[page.index('TỔNG'):])

    def test_signature_stands_with_rows(self):
        """However many rows there are: never on a page by itself, TỔNG never without one."""
        for rows in range(3, 40):
            document = Document(self.folder.name, 'hd36-2018', rows, '2023-02-05', 'alone')
            last = document.pages[-1]
            self.assertIn('Nguyễn Văn Mẫu', last, rows)
            self.assertIn('15/4/2023', last[last.index('Nhiệm vụ'):last.index('TỔNG')], rows)
            self.assertIn('Nơi nhận', last, rows)
            self.assertIn('15/4/2023', document.pages[0].split('Nhiệm vụ', 1)[1], rows)

    def test_crowded_table_keeps_its_numbers_whole(self):
        document = Document(self.folder.name, 'hd36-2018', 10, '2023-02-05', 'crowded')
        words = [word for page in document.words for word in page]
        self.assertEqual([word[4] for word in words].count('12.345.678'), 160)
        self.assertLessEqual(max(word[2] for word in words), (297 - 15) * MM + 0.1)
        self.assertNotIn('-', document.text)

    def test_vietnamese_text_comes_back(self):
        joined = ' '.join(word[4] for word in self.short.words[0])
        for text in ('phong cách Hồ Chí Minh quý I năm 2023', 'Kính gửi: Ban Tuyên giáo Tỉnh ủy',
                     'Số liệu tính đến ngày 15/4/2023', 'TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ'):
            self.assertIn(text, joined)
        self.assertIn('1.234', joined)

    def test_empty_table(self):
        self.assertEqual(self.short.text.count('Không có việc quá hạn.'), 2)
        page = next(page for page in self.short.pages if 'VIỆC QUÁ HẠN' in page)
        self.assertIn('Không có việc quá hạn.', page)
        self.assertNotIn('TIẾN ĐỘ', page)

    def test_signature(self):
        last = self.long.n_pages - 1
        self.assertEqual(self.long.text.count('T/M BAN THƯỜNG VỤ'), 1)
        position = self.long.find('PHÓ BÍ THƯ', last)
        signer = self.long.find('Nguyễn Văn Mẫu', last)
        self.assertAlmostEqual(signer[1] - position[1], 5 * 14 * LINE, delta=1)
        self.assertAlmostEqual(self.long.find('Nơi nhận:', last)[4], 14, delta=0.1)
        self.assertAlmostEqual(self.long.find('- Lưu', last)[4], 12, delta=0.1)
        text = self.long.pages[last]
        for line in ('- Ban Tuyên giáo Tỉnh ủy,', '- Lưu Văn phòng Thị ủy.',
                     '- Các đồng chí Ủy viên Ban Thường vụ Thị ủy,'):
            self.assertIn(line, text)


if __name__ == '__main__':
    unittest.main()
