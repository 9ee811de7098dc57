import DataSyntax
import Drafting
import Expectation
import Image
import Source
import StructureTest
import Support
import Testing

/// What a line must match is, as an expression for the whole text, judged as before: pattern by pattern, text by text.
@Suite struct LinePatternConversionTests {
  static let patterns = [
    "one", "a.b", "port = 8080", "$A", "/", "[", " one", "/^two$/", "/^$/", "/^/", "/$/", "/\\Aone/",
    "/8080\\z/", "/\\Atwo\\z/", "/\\s/", "/^\\s*$/", "/^\\s+$/", "/o\\s*t/", "/e\\s*$/", "/e\\s?$/",
    "/\\S$/", "/[^x]$/", "/^[^x]*$/", "/^[^x]{5,}$/", "/[^]x]+$/", "/[^-x]+$/", "/[\\s\\S]{4}/",
    "/^[\\s\\S]{20,}$/", "/(?s)one.two/", "/(?s)^.{3}$/", "/^.{3}$/", "/.$/", "/.+$/", "/e.*$/", "/.*/",
    "/x*/", "/x*$/", "/(?i)ONE/", "/o(?i:NE)/", "/(?i)^TWO$/", "/a|b|two$/", "/^(one|two)$/",
    "/(^|,)two(,|$)/", "/\\bport\\b/", "/\\B/", "/^\\B$/", "/e\\b/", "/two\\b\\s/", "/\\W$/", "/\\D+$/",
    "/\\d$/", "/\\PL$/", "/\\pL+$/", "/one[^x]two/", "/[^a-z0-9=!\\/ ]/", "/\\r/", "/\\r$/", "/e\\r?$/",
    "/e\\r/", "/^\\r$/", "/one(\\r|two)/", "/(o|n|e\\r)+$/", "/(a?|\\r)*$/", "/three=\\d/",
    "/\\Qone.\\E$/", "/(?P<name>t)wo/", "/(?:e$)/", "/e$|^t/", "/t{1}wo/", "/x{0}one$/", "/{,}/",
    "/[[:space:]]$/", "/[[:^alpha:]]$/", "/[\\x00-\\x20]x/", "/\\x{6f}ne/", "/\\157ne$/", "/o$e/",
    "/e^t/", "/(?m)^two$/", "/(?U)o.*e/", "/ü$/", "/\\n/", "/\\x0a/", "/[\\n]/", "/e\\n?$/",
    "/two\\z|\\Ath/",
  ]

  static let texts = [
    "", "\n", "\r", "\r\n", "\n\n", "\r\n\r\n", "\r\r\n", "one", "one\n", "one\r", "one\r\n",
    "one\r\r\n", "one\ntwo\n", "one\r\ntwo\r\n", "one\rtwo\n", "one\r\rtwo", "two", "two \r\n",
    "e\rt\n", "\none", "one\n\n", "one\n\ntwo", " \n", " \r\n", "  one  \n", "x", "x\n\r\nx",
    "\r\rx\r\r\n", "port = 8080", "port = 8080\r\n#\r\n", "a.b,two\n", "$A [ three=3 /\n",
    "ONE\r\nTWO\r\n", "ü\r\n", "e.\r\n", "one.\r", "aaa\r", "xx-]\r\n",
  ]

  @Test(arguments: patterns + patterns.map { "!" + $0 })
  func `A pattern is judged as before, or left out`(pattern: String) throws {
    var draft = SpecDraft()
    draft.things = [.init("files", "/t", [.init("contents", .strings([pattern]))])]
    let own = SpecWriter.text(of: draft, in: .ovenproof)
    let converted = SpecWriter.text(of: draft, in: .cst)
    guard converted.leftOut.isEmpty else {
      #expect(converted.leftOut[0].reason.contains("`contents` of file `/t`"))
      return #expect(Self.leftOut.contains { pattern.hasSuffix($0) }, "\(converted.leftOut[0].reason)")
    }
    for text in Self.texts {
      let before = try verdict(own.text, .ovenproof, on: text)
      let after = try verdict(converted.text, .cst, on: text)
      #expect(before == after, "\(text.debugDescription):\n\(converted.text)")
    }
  }

  /// What no line can hold, or may take the CR of a line's end in a way that cannot be told.
  static let leftOut = [
    "/o$e/", "/e^t/", "/\\n/", "/\\x0a/", "/[\\n]/", "/e\\n?$/", "/[\\x00-\\x20]x/", "/[[:^alpha:]]$/",
  ]

  private func verdict(_ spec: String, _ dialect: Outcome.Dialect, on text: String) throws -> Bool {
    var image = MemoryImage()
    image.add(file: "/t", text)
    let file = SourceFile(FileID("spec.yaml"), bytes: Array(spec.utf8))
    let spec: any Spec =
      dialect == .cst
      ? StructureTestFile.read(file, StructureTestSettings(.strict)).spec : SpecFile.read(file).spec
    let outcomes = spec.outcomes(in: ImageSearch(image), commands: [:])
    try #require(!outcomes.isEmpty)
    return outcomes.allSatisfy { $0.verdict.isGreen }
  }
}
