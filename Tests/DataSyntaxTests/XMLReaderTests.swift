import DataSyntax
import Support
import Testing

/// XML by examples of what its specification says, and of what it forbids.
@Suite struct XMLReaderTests {
  /// An element on one line: `name(@attribute=value …)"text"[element …]`.
  private static func shape(_ element: XMLElement) -> String {
    let attributes = element.attributes.map { "@\($0.name)=\($0.value)" }.joined(separator: " ")
    return element.name + (attributes.isEmpty ? "" : "(\(attributes))")
      + (element.text.isEmpty ? "" : "\"\(element.text)\"")
      + (element.elements.isEmpty ? "" : "[\(element.elements.map(shape).joined(separator: " "))]")
  }

  /// A text, and what stands in it.
  static let sound: [(String, String)] = [
    ("<a/>", "a"), ("<a></a >", "a"), (" \n<!-- x -->\n<a />\n<!-- y -->\n<?z?>\n", "a"),
    ("\u{FEFF}<?xml version=\"1.0\"?><a/>", "a"),
    ("<?xml version = '1.1'  encoding='utf-8' standalone = 'no' ?>\r\n<a/>", "a"),
    ("<?xml version='1.0' encoding='ISO-8859-1'?><a>plain</a>", "a\"plain\""),
    ("<a b='1' c=\"2\"\n  d = 'x \"y\"'/>", "a(@b=1 @c=2 @d=x \"y\")"),
    ("<a b='1\n2\t3\r\n4&#10;5'/>", "a(@b=1 2 3 4\n5)"),
    ("<a>x<b>y</b>z</a>", "a\"xz\"[b\"y\"]"), ("<a>\r\n one\rtwo\r\n</a>", "a\"one\ntwo\""),
    ("<a>&lt;&gt;&amp;&apos;&quot;&#65;&#x1F600;</a>", "a\"<>&'\"A😀\""),
    ("<a><![CDATA[<b> & ]] ]]]]><![CDATA[>]]></a>", "a\"<b> & ]] ]]>\""), ("<a>]] ></a>", "a\"]] >\""),
    ("<a b='>'>></a>", "a(@b=>)\">\""), ("<a><!-- <b> -->x<?p <c>?></a>", "a\"x\""),
    ("<x:a xmlns:x='u' x:b='1'><x:c-d.e_1/></x:a>", "x:a(@xmlns:x=u @x:b=1)[x:c-d.e_1]"),
    ("<é ü='1'>ñ</é>", "é(@ü=1)\"ñ\""), ("<a><b/><b/><c><b/></c></a>", "a[b b c[b]]"),
    ("<!DOCTYPE a><a/>", "a"), ("<!DOCTYPE a SYSTEM 'x.dtd' ><a/>", "a"),
    ("<!DOCTYPE a PUBLIC \"-//X//Y\" 'http://x/y.dtd'><a/>", "a"), ("<a>&#9;x&#xD;</a>", "a\"x\""),
    ("<?xml-stylesheet href='x'?><a/>", "a"),
  ]

  @Test(arguments: sound) func `Reads what is XML`(text: String, shape: String) throws {
    #expect(Self.shape(try XMLReader.root(of: Array(text.utf8))) == shape)
  }

  /// A text that is none, and the byte at which that shows.
  static let broken: [(String, Int)] = [
    ("", 0), ("   ", 3), ("a", 0), ("<a>", 0), ("<a", 0), ("<a><b></a>", 6), ("</a>", 0), ("<a/><b/>", 4),
    ("<a/>x", 4), ("<a/></a>", 4), ("<a/>&amp;", 4), ("< a/>", 1), ("<1/>", 1), ("<-a/>", 1), ("<a/ >", 2),
    ("<a b/>", 4), ("<a b=/>", 5), ("<a b=c/>", 5), ("<a b='1/>", 5), ("<a b='<'/>", 6),
    ("<a b='1'c='2'/>", 8),
    ("<a b='1' b='2'/>", 9), ("<a>&</a>", 3), ("<a>&lt</a>", 3), ("<a>& b;</a>", 3), ("<a>&#;</a>", 3),
    ("<a>&#xG;</a>", 3), ("<a>&#0;</a>", 3), ("<a>&#xD800;</a>", 3), ("<a>&#99999999999;</a>", 3),
    ("<a>]]></a>", 3), ("<a>\u{1}</a>", 3), ("<a b='\u{7}'/>", 6), ("<a>\u{FFFF}</a>", 3),
    ("<a><![CDATA[x</a>", 3), ("<a><!-- x</a>", 3), ("<a><!-- x -- y --></a>", 10), ("<a><!x></a>", 3),
    ("<a><?x</a>", 6), ("<a><??></a>", 5), ("<a><?xml x?></a>", 3), (" <?xml version='1.0'?><a/>", 1),
    ("<?xml?><a/>", 0), ("<?xml version='2.0'?><a/>", 15), ("<?xml encoding='utf-8'?><a/>", 6),
    ("<?xml version='1.0'encoding='utf-8'?><a/>", 19), ("<?xml version='1.0' standalone='x'?><a/>", 32),
    ("<?xml version='1.0'>", 19), ("<!DOCTYPE><a/>", 9), ("<!DOCTYPE a SYSTEM><a/>", 18),
    ("<!DOCTYPE a PUBLIC 'x'><a/>", 22), ("<!DOCTYPE a", 0), ("<!DOCTYPE a><!DOCTYPE a><a/>", 12),
    ("<a/><!DOCTYPE a>", 4), ("<a></a", 6), ("<![CDATA[x]]>", 0),
  ]

  @Test(arguments: broken) func `Refuses what is none, where it goes wrong`(text: String, offset: Int) {
    let fault = Self.fault(of: Array(text.utf8))
    #expect(fault?.offset == offset, "\(fault?.message ?? "none")")
    #expect(fault?.kind == .malformed)
  }

  /// A text that may be XML and is not read, and where.
  static let refused: [(String, Int)] = [
    ("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", 12),
    ("<!DOCTYPE a SYSTEM 'x' [ ]><a/>", 23), ("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a>&b;</a>", 43),
    ("<a>&nbsp;</a>", 3), ("<a b='&c;'/>", 6), ("<?xml version='1.0' encoding='UTF-16'?><a/>", 30),
    ("<?xml version='1.0' encoding='EBCDIC-US'?><a/>", 30),
    ("<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>", 30),
  ]

  @Test(arguments: refused) func `Follows nothing that leads elsewhere`(text: String, offset: Int) {
    let fault = Self.fault(of: Array(text.utf8))
    #expect(fault?.offset == offset, "\(fault?.message ?? "none")")
    #expect(fault?.kind == .refused)
  }

  @Test func `Other encodings are told of`() {
    let marked = Self.fault(of: [0xFF, 0xFE] + "<a/>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    #expect(marked?.kind == .refused && marked?.offset == 0)
    #expect(Self.fault(of: [0, 0x3C, 0, 0x61, 0, 0x2F, 0, 0x3E])?.kind == .refused)
    #expect(Self.fault(of: Array("<a>x".utf8) + [0xE9] + Array("</a>".utf8))?.offset == 4)
  }

  @Test func `Depth and size end`() throws {
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(Self.fault(of: Array(deep.utf8))?.offset == 3 * XMLReader.deepest)
    let most = String(repeating: "<a>", count: XMLReader.deepest)
    let whole = most + String(repeating: "</a>", count: XMLReader.deepest)
    #expect(Self.fault(of: Array(whole.utf8)) == nil)
    let many = "<a>" + String(repeating: "<b/>", count: XMLReader.most) + "</a>"
    #expect(Self.fault(of: Array(many.utf8))?.offset == 3 + 4 * (XMLReader.most - 1))
    let long = "<a>" + String(repeating: "x &amp; ]", count: 500_000) + "</a>"
    #expect(try XMLReader.root(of: Array(long.utf8)).text.utf8.count == 5 * 500_000)
    let pieces = "<a>" + String(repeating: "xyz<!---->", count: 200_000) + "</a>"
    #expect(try XMLReader.root(of: Array(pieces.utf8)).text.utf8.count == 3 * 200_000)
    let wide = "<a " + (0..<50_000).map { "b\($0)='1'" }.joined(separator: " ") + "/>"
    #expect(try XMLReader.root(of: Array(wide.utf8)).attributes.count == 50_000)
  }

  @Test func `Any bytes are read or refused`() {
    let fuzzing = Fuzzing(rounds: 3000)
    var random = SplitMix(state: fuzzing.seed)
    let pieces = [
      "<", ">", "/", "a", "b", "=", "'", "\"", " ", "\n", "&", ";", "#", "x", "1", "!--", "--", "![CDATA[",
      "]]>", "?",
      "<a>", "</a>", "<?xml version='1.0'?>", "!DOCTYPE", "[", "é", "\u{FFFF}", "\0", "&amp;",
    ]
    var round = 0
    while fuzzing.goesOn(after: round) {
      defer { round += 1 }
      let text = (0..<Int.random(in: 1...24, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      if let fault = Self.fault(of: Array(text.utf8)) {
        #expect(fault.offset <= text.utf8.count, "\(text)")
      }
    }
  }

  private static func fault(of bytes: [UInt8]) -> XMLReader.Fault? {
    do throws(XMLReader.Fault) {
      _ = try XMLReader.root(of: bytes)
      return nil
    } catch {
      return error
    }
  }
}
