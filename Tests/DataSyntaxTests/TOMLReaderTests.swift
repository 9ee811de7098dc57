import DataSyntax
import Testing

/// TOML by examples of what its specification says, and of what it forbids.
@Suite struct TOMLReaderTests {
  private static func json(_ text: String) throws -> String {
    String(decoding: try TOMLReader.value(of: Array(text.utf8)).compact, as: UTF8.self)
  }

  /// A text, and the value that it is.
  static let sound: [(String, String)] = [
    ("", "{}"), ("# nothing\r\n\t\n", "{}"), ("a = 1 # one\nb=2", #"{"a":1,"b":2}"#),
    ("\u{FEFF}a = true\nb = false", #"{"a":true,"b":false}"#),
    ("a.b.c = 1\na.b.d = 2\na.\"e f\" = 3", #"{"a":{"b":{"c":1,"d":2},"e f":3}}"#),
    ("1234 = 1\n- = 2\n'' = 3\n3.14 = 4", #"{"1234":1,"-":2,"":3,"3":{"14":4}}"#),
    ("[a.b]\nx = 1\n[a]\ny = 2", #"{"a":{"b":{"x":1},"y":2}}"#),
    ("[ a . 'b' ]\nx = 1", #"{"a":{"b":{"x":1}}}"#),
    ("[[a]]\nx = 1\n[[a]]\n[a.b]\ny = 2\n[[a]]", #"{"a":[{"x":1},{"b":{"y":2}},{}]}"#),
    ("[[a.b]]\nx = 1\n[a]\nc = 2", #"{"a":{"b":[{"x":1}],"c":2}}"#),
    ("a = +99\nb = -17\nc = 0\nd = -0\ne = 1_000", #"{"a":99,"b":-17,"c":0,"d":0,"e":1000}"#),
    ("a = 0xDEAD_beef\nb = 0o755\nc = 0b1101", #"{"a":3735928559,"b":493,"c":13}"#),
    ("a = +1.5\nb = 5e+22\nc = -2E-2\nd = 6.626e-34", #"{"a":1.5,"b":5e+22,"c":-2E-2,"d":6.626e-34}"#),
    ("a = inf\nb = -nan", #"{"a":"inf","b":"-nan"}"#),
    (
      "a = 1979-05-27T07:32:00Z\nb = 1979-05-27 00:32:00.999-07:00",
      #"{"a":"1979-05-27T07:32:00Z","b":"1979-05-27 00:32:00.999-07:00"}"#
    ),
    (
      "a = 1979-05-27\nb = 07:32:00\nc = 2024-02-29 # leap",
      #"{"a":"1979-05-27","b":"07:32:00","c":"2024-02-29"}"#
    ),
    (#"a = "x\t\"\\\u00E9\U0001F600""#, #"{"a":"x\t\"\\é😀"}"#),
    (#"a = 'C:\x "y"'"#, #"{"a":"C:\\x \"y\""}"#),
    ("a = \"\"\"\none\ntwo \\\n\n   three\"\"\"", #"{"a":"one\ntwo three"}"#),
    ("a = \"\"\"\"in\" \"\"\"\"\"", #"{"a":"\"in\" \"\""}"#),
    ("a = '''\r\nit''s \\ '''", #"{"a":"it''s \\ "}"#),
    ("a = \"\"\nb = ''", #"{"a":"","b":""}"#),
    ("a = [ 1, 'x',\n # here\n [2.0], {b = 1}, ]", #"{"a":[1,"x",[2.0],{"b":1}]}"#),
    ("a = {}\nb = { x = 1, y.z = [ ] }", #"{"a":{},"b":{"x":1,"y":{"z":[]}}}"#),
    ("[fruit]\n[fruit.apple]\ncolor = 1\n[fruit.pear]", #"{"fruit":{"apple":{"color":1},"pear":{}}}"#),
  ]

  @Test(arguments: sound)
  func `Reads what is TOML`(text: String, value: String) throws {
    #expect(try Self.json(text) == value)
  }

  /// A text that is none, and the byte at which that shows.
  static let broken: [(String, Int)] = [
    ("a", 1), ("a =", 3), ("= 1", 0), ("a = 1 b = 2", 6), ("a = 1\na = 2", 6), ("a = 1\na.b = 2", 6),
    ("[a]\n[a]", 4), ("[a]\nb = 1\n[a.b]", 10), ("[a", 2), ("[[a]", 4), ("[]", 1), ("a = []\n[[a]]", 7),
    ("[[a]]\n[a]", 6), ("a = {b = 1}\na.c = 2", 12), ("a = {b = 1}\n[a.c]", 12), ("a = {b = 1,}", 11),
    ("[a.b]\nx=1\n[a]\nb.y = 1", 14), ("a.b = 1\n[a]", 8), ("a = \"x", 6), ("a = \"x\ny\"", 6),
    ("a = \"\\q\"", 5),
    ("a = \"\\uD800\"", 5), ("a = 'x\u{1}'", 6), ("a = 01", 4), ("a = 1__0", 4), ("a = _1", 4), ("a = 1.", 4),
    ("a = .5", 4), ("a = 1e", 4), ("a = 0x", 4), ("a = +0x1", 4), ("a = True", 4), ("a = 2023-02-29", 4),
    ("a = 24:00:00", 4), ("a = 9223372036854775808", 4), ("a = [1 2]", 7), ("a = [1", 6),
    ("a = {b = 1\n}", 10),
    ("a = '''x", 8), ("a = 1 # \u{1}", 8), ("é = 1", 0),
  ]

  @Test(arguments: broken) func `Refuses what is none, where it goes wrong`(text: String, offset: Int) {
    #expect(throws: TOMLReader.Fault.self) { try TOMLReader.value(of: Array(text.utf8)) }
    do throws(TOMLReader.Fault) { _ = try TOMLReader.value(of: Array(text.utf8)) } catch {
      #expect(error.offset == offset, "\(error.message)")
    }
  }

  @Test func `Deep nesting and long lists of tables end`() throws {
    let deep = "a = " + String(repeating: "[", count: 100_000)
    #expect(throws: TOMLReader.Fault.self) { try TOMLReader.value(of: Array(deep.utf8)) }
    let dotted = String(repeating: "a.", count: 100_000) + "b = 1"
    #expect(throws: TOMLReader.Fault.self) { try TOMLReader.value(of: Array(dotted.utf8)) }
    let tables = String(repeating: "[[t]]\nx = 1\n", count: 50_000)
    #expect(try TOMLReader.value(of: Array(tables.utf8)).compact.count == 7 + 8 * 50_000)
  }

  @Test func `More values than are taken in are refused`() {
    for text in [
      "a = [" + String(repeating: "0,", count: TOMLReader.most) + "]",
      String(repeating: "[[t]]\n", count: TOMLReader.most + 1),
    ] {
      #expect(throws: TOMLReader.Fault.self) { try TOMLReader.value(of: Array(text.utf8)) }
    }
  }

  @Test func `Any bytes are read or refused`() {
    var state: UInt64 = 7
    let pieces = [
      "a", "=", "[", "]", "{", "}", "\"", "'", "\\", "\n", ".", ",", "1", "-", ":", "#", "e", "\u{FF}",
    ]
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<20 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      do throws(TOMLReader.Fault) { _ = try TOMLReader.value(of: Array(text.utf8)) } catch {
        #expect(error.offset <= text.utf8.count, "\(text)")
      }
    }
  }
}
