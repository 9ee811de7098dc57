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
  ])
  func `is read as those who read it do`(_ text: String, _ expected: String) {
    #expect(String(decoding: INIReader.value(of: Array(text.utf8)).compact, as: UTF8.self) == expected)
  }
}
