// The encodings that pages and XML documents declare in their own text.
import Testing

@testable import Formats

struct EncodingDeclarationTests {
  @Test(arguments: [
    (#"<?xml version="1.0" encoding="windows-1251"?><a>"#, "windows-1251"),
    ("<?xml version='1.0' encoding='KOI8-R' standalone='yes'?>", "koi8-r"),
    (#"<!DOCTYPE html><html><head><meta charset="Shift_JIS">"#, "shift_jis"),
    ("\n <HTML><META CHARSET = iso-8859-2 >", "iso-8859-2"),
    (#"<html><meta http-equiv="Content-Type" content="text/html; charset=windows-1254">"#, "windows-1254"),
    (#"<!-- <meta charset="big5"> --><meta charset='euc-kr'/>"#, "euc-kr"),
  ])
  func declarationsAreFound(_ text: String, _ name: String) {
    #expect(EncodingDeclaration.name(in: Array(text.utf8)) == name)
  }

  @Test(arguments: [
    "", "<", "<?xml", "<meta", "<meta charset", "<meta charset=>", "<!-- <meta charset=big5>",
    #"The tag <meta charset="big5"> stands in the head."#, #"<?xml version="1.0"?><a/>"#,
    #"<meta name="description" content="a charset is a set">"#, #"<meta charset="utf-16">"#,
    "<p>" + String(repeating: " ", count: 2_000) + "<meta charset=big5>",
  ])
  func whatDeclaresNothingIsNotFollowed(_ text: String) {
    #expect(EncodingDeclaration.name(in: Array(text.utf8)) == nil)
  }

  @Test func declarationsDecideBeforeDetection() throws {
    // "ÿ" alone could be anything.
    let page = Array(#"<html><meta charset="windows-1251"><p>"#.utf8) + [0xFF]
    let decoded = try TextDecoder.decode(page, declared: nil)
    #expect(decoded.encoding == "windows-1251" && decoded.guess == nil && decoded.declared == "windows-1251")
    #expect(try TextDecoder.decode(page, declared: "windows-1252").encoding == "windows-1252")
  }

  @Test func bytesBelieDeclarations() throws {
    let utf8 = Array(#"<meta charset="iso-8859-1"><p>déjà vu"#.utf8)
    #expect(try TextDecoder.decode(utf8, declared: nil).encoding == "utf-8")
    let russian = try #require(DetectionTexts.encoded("Цена моста пять миллионов рублей", "windows-1251"))
    for name in ["utf-8", "klingon", "euc-jp"] {
      let decoded = try TextDecoder.decode(Array("<meta charset=\"\(name)\">".utf8) + russian, declared: nil)
      #expect(decoded.encoding == "windows-1251" && decoded.malformedCount == 0, "\(name)")
    }
  }
}
