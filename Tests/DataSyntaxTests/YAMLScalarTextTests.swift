import DataSyntax
import Testing

@Suite struct YAMLScalarTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("two words", "\"two words\""), ("null", "\"null\""), ("naïve", "\"naïve\""),
    ("a\u{85}b", #""a\u0085b""#), ("\u{2028}", #""\u2028""#), ("\u{FEFF}x", #""\uFEFFx""#),
    ("\u{202E}gpj", #""\u202Egpj""#), ("a\\u0085", #""a\\u0085""#),
  ])
  func `is read as the text that was written`(_ text: String, _ written: String) {
    #expect(YAMLScalarText.text(text, .plain) == written)
    for quoting in [YAMLScalarText.Quoting.plain, .single, .double] {
      let line = YAMLScalarText.text(text, quoting) + "\n"
      #expect(Parsing(line, as: .yaml).tree.root.string.map { Array($0.utf8) } == Array(text.utf8), "\(line)")
    }
  }
}
