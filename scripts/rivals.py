"""Reads amounts of money with another recognizer, for the bench: rivals.py NAME FILE...

Every paragraph of the files is given to the recognizer by itself, which is kind to those whose cost grows faster than
the text. Prints the number of amounts found. With no file it only loads the recognizer, so that the cost of starting
can be taken off.
"""

import sys


def quantulum3():
    from quantulum3 import parser

    return lambda text: sum(1 for q in parser.parse(text) if q.unit.entity.name == "currency")


def price_parser():
    from price_parser import Price

    # Made for one price in a short text: it is given the paragraph and finds at most one.
    return lambda text: int(Price.fromstring(text).amount is not None)


def recognizers_text():
    from recognizers_number_with_unit import NumberWithUnitRecognizer
    from recognizers_text import Culture

    model = NumberWithUnitRecognizer(Culture.English).get_currency_model()
    return lambda text: len(model.parse(text))


RIVALS = {"quantulum3": quantulum3, "price-parser": price_parser, "recognizers-text": recognizers_text}


def main(arguments):
    if not arguments or arguments[0] not in RIVALS:
        sys.exit(f"usage: rivals.py {'|'.join(RIVALS)} FILE...")
    count = RIVALS[arguments[0]]()
    count("It costs $5.")
    found = 0
    for path in arguments[1:]:
        with open(path, encoding="utf-8") as file:
            found += sum(count(paragraph) for paragraph in file.read().split("\n") if paragraph.strip())
    print(found)


if __name__ == "__main__":
    main(sys.argv[1:])
