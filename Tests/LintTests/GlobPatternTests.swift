import Lint
import Testing

@Suite struct GlobPatternTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let pattern: String
    let path: String
    let matches: Bool

    init(_ pattern: String, _ path: String, _ matches: Bool) {
      self.pattern = pattern
      self.path = path
      self.matches = matches
    }

    var testDescription: String { "`\(pattern)` \(matches ? "matches" : "does not match") `\(path)`" }
  }

  @Test(arguments: [
    Case("*.json", "machine.json", true), Case("*.json", "a/b/machine.json", true),
    Case("*.json", "json", false),
    Case("/machine.json", "machine.json", true), Case("/machine.json", "a/machine.json", false),
    Case("a/b", "a/b", true), Case("a/b", "c/a/b", false), Case("a/*", "a/b", true),
    Case("a/*", "a/b/c", false),
    Case("**/a", "a", true), Case("**/a", "x/y/a", true), Case("a/**", "a", false),
    Case("a/**", "a/b/c", true),
    Case("a/**/b", "a/b", true), Case("a/**/b", "a/x/y/b", true), Case("a/**/b", "a/x", false),
    Case("a**b", "axb", true), Case("a**b", "a/b", false), Case("?.md", "a.md", true),
    Case("?.md", ".md", false),
    Case("[a-c].md", "b.md", true), Case("[!a-c].md", "b.md", false), Case("[^a-c].md", "d.md", true),
    Case("[]a].md", "].md", true), Case("[[:digit:]].md", "7.md", true),
    Case("[[:digit:]].md", "x.md", false),
    Case("[a", "[a", false), Case("\\*.md", "*.md", true), Case("\\*.md", "a.md", false),
    Case("a*b*c", "aXbYbZc", true), Case("a*b*c", "aXbYbZ", false), Case("été", "été", true),
  ])
  func `Patterns match as in gitignore`(pattern: Case) {
    #expect(GlobPattern(pattern.pattern).matches(pattern.path) == pattern.matches)
  }

  @Test(.timeLimit(.minutes(15))) func `A hostile pattern takes no longer than pattern times path`() {
    let pattern = String(repeating: "*a", count: 2000) + "b"
    #expect(!GlobPattern(pattern).matches(String(repeating: "a", count: 5000)))
    let folders = String(repeating: "**/a/", count: 500) + "b"
    #expect(!GlobPattern(folders).matches(String(repeating: "a/", count: 1000) + "c"))
  }
}
