// Printed dates in the forms that documents use.

import Model
import Testing

@testable import Normalizers

@Suite struct DateReaderTests {
  @Test(arguments: [
    ("12 August 2003", "2003-08-12"), ("August 12, 2003", "2003-08-12"), ("Aug. 12, 2003", "2003-08-12"),
    ("05/19/2004", "2004-05-19"), ("19/05/2004", "2004-05-19"), ("05/06/2004", "2004"), ("06/06/2004", "2004-06-06"),
    ("19.05.2004", "2004-05-19"), ("2004-05-19", "2004-05-19"), ("2004/05/19", "2004-05-19"),
    ("21 May 2004", "2004-05-21"),
    ("March 2009", "2009-03"), ("1st of March, 2009", "2009-03-01"), ("9 February, 2002", "2002-02-09"),
    ("18 сентября 2013", "2013-09-18"), ("Сентябрь 2013", "2013-09"), ("2013年9月18日", "2013-09-18"),
    ("Friday, March 16, 2012", "2012-03-16"), ("31 February 2009", "2009-02"),
  ])
  func reads(text: String, date: String) {
    #expect(first(in: text)?.description == date)
  }

  @Test(arguments: [
    "March 14", "13/13/2004", "Mayor 2009", "7 July", "1999", "12 August 03", "may not 2004", "",
  ])
  func doesNotRead(text: String) {
    #expect(first(in: text) == nil, "\(text) is no full date")
  }

  private func first(in text: String) -> PartialDate? {
    Array(text.utf8).withUnsafeBufferPointer {
      DateReader(bytes: $0, end: $0.count).first(in: 0..<$0.count)?.date
    }
  }
}
