import Testing

@testable import DataSyntax

struct INIReaderTests {
  @Test(arguments: [
    ("[a]\nb = c\nb = d", #"{"a":{"b":["c","d"]}}"#),
    ("\u{FEFF}[a] ; x [y]\nb: \"c d\"", #"{"a":{"b":"c d"}}"#),
    (
      "[S]\nExecStart=/x \\\n  --one \\\r\n  --two\nUser=u",
      #"{"S":{"ExecStart":"/x    --one    --two","User":"u"}}"#
    ),
    ("[o]\nrequires =\n    flask>=2\n    six\nnext = 1", #"{"o":{"requires":"flask>=2\nsix","next":"1"}}"#),
    ("[user]\n\tname = x\n\tmail = y\n[b]\n\tk", #"{"user":{"name":"x","mail":"y"},"b":{"k":true}}"#),
    ("free = 1\n; no\n# no\n", #"{"free":"1"}"#),
    ("deps =\n  [x\n  b\n[c]# x", #"{"deps":"[x\nb","c":{}}"#), (#"[a "b]c"]"#, #"{"a \"b]c\"":{}}"#),
  ])
  func `is read as those who read it do`(_ text: String, _ expected: String) throws {
    #expect(try Self.json(text) == expected)
  }

  private static func json(_ text: String) throws -> String? {
    try INIReader.value(of: Array(text.utf8)).map { String(decoding: $0.compact, as: UTF8.self) }
  }

  @Test(arguments: [
    ("a=1\\", #"{"a":"1"}"#), ("a=\n b\n\n c\n[d]\ne=\n f", #"{"a":"b\nc","d":{"e":"f"}}"#), ("", "{}"),
    ("\r\n\r", "{}"), ("[]\na", #"{"":{"a":true}}"#), ("a\n b", #"{"a":true,"b":true}"#), ("=", #"{"":""}"#),
  ])
  func `goes on and ends as it is written`(_ text: String, _ expected: String) throws {
    #expect(try Self.json(text) == expected)
  }

  @Test(arguments: [
    ("[a]\r\nb=c\n[unclosed\nd=1", 9, "the head of a section lacks its `]`"),
    ("\u{FEFF}[", 3, "the head of a section lacks its `]`"),
    ("[a]]", 3, "more stands behind the head of a section"),
    ("[a] b=c", 4, "more stands behind the head of a section"),
  ])
  func `a broken head of a section is at fault`(_ text: String, _ offset: Int, _ message: String) {
    #expect(throws: INIReader.Fault(offset: offset, message: message)) { try Self.json(text) }
  }

  @Test func `Long values and many keys end`() throws {
    let lines = String(repeating: " x\n", count: 1_000_000)
    #expect(try Self.json("a =\n" + lines)?.utf8.count == 3_000_006)
    let joined = String(repeating: "x\\\n", count: 1_000_000)
    #expect(try Self.json("a = " + joined)?.utf8.count == 2_000_007)
    let many = Array(String(repeating: "[a]\n", count: 1000).utf8)
    #expect(try INIReader.value(of: many, most: 1000) != nil)
    #expect(try INIReader.value(of: many, most: 999) == nil)
  }
}
