import Diagnostics
import Testing

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("::error::x", ": :error::x"), ("  ::error::x", "  : :error::x"), ("a ::error::", "a ::error::"),
    ("##[error]x", "## [error]x"), ("a##[x]", "a## [x]"), ("#[x]", "#[x]"), ("# #[x]", "# #[x]"),
    (":::", ": : :"), ("[", "["), ("", ""),
  ])
  func aLineIsNoCommandOfARunner(_ text: String, _ shown: String) {
    #expect(VisibleText.logLine(text) == shown)
  }

  /// One that copies what it has for each scalar takes minutes.
  @Test(.timeLimit(.minutes(1))) func aLongLineIsShownInOnePass() {
    let text = String(repeating: "a/", count: 2 << 20)
    #expect(VisibleText.logLine(text) == text)
  }
}
