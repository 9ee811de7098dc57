import Image
import Testing

@Suite struct ImageReferenceTests {
  struct Sound: Sendable, CustomTestStringConvertible {
    let text: String
    let full: String
    let familiar: String

    init(_ text: String, full: String, familiar: String) {
      self.text = text
      self.full = full
      self.familiar = familiar
    }
    var testDescription: String { text }
  }

  private static let digits = String(repeating: "0a", count: 32)

  @Test(arguments: [
    Sound("debian", full: "docker.io/library/debian", familiar: "debian"),
    Sound("debian:12", full: "docker.io/library/debian:12", familiar: "debian:12"),
    Sound("library/debian", full: "docker.io/library/debian", familiar: "debian"),
    Sound("docker.io/debian", full: "docker.io/library/debian", familiar: "debian"),
    Sound("index.docker.io/a/b", full: "docker.io/a/b", familiar: "a/b"),
    Sound(
      "a/b_c__d-e--f.g:T.-_1", full: "docker.io/a/b_c__d-e--f.g:T.-_1", familiar: "a/b_c__d-e--f.g:T.-_1"),
    Sound("localhost/x", full: "localhost/x", familiar: "localhost/x"),
    Sound("localhost:5000/x:1", full: "localhost:5000/x:1", familiar: "localhost:5000/x:1"),
    Sound("[::1]:5000/x", full: "[::1]:5000/x", familiar: "[::1]:5000/x"),
    Sound("Example/x", full: "Example/x", familiar: "Example/x"),
    Sound("x@sha256:\(digits)", full: "docker.io/library/x@sha256:\(digits)", familiar: "x@sha256:\(digits)"),
    Sound(
      "r.io/x:1@sha256:\(digits)", full: "r.io/x:1@sha256:\(digits)", familiar: "r.io/x:1@sha256:\(digits)"),
  ])
  func aSoundNameIsFilledInAsDockerDoes(_ example: Sound) throws {
    let reference = try ImageReference.parse(example.text).get()
    #expect(reference.description == example.full)
    #expect(reference.familiar == example.familiar)
  }

  @Test(arguments: [
    ("", "it is empty"),
    ("Debian", "a repository name is lower-case"),
    ("a//b", "a part of its name is empty"),
    ("a/", "a part of its name is empty"),
    ("-a", "`-a` is not a name: letters and digits, with `.`, `_`, `__` or dashes between them"),
    ("a..b", "`a..b` is not a name: letters and digits, with `.`, `_`, `__` or dashes between them"),
    ("a___b", "`a___b` is not a name: letters and digits, with `.`, `_`, `__` or dashes between them"),
    ("debian:", "its tag is empty"),
    ("debian:.1", "a tag starts with a letter, a digit or `_`"),
    ("debian:a b", "its tag holds other than letters, digits, `_`, `.` and `-`"),
    ("x@sha256:12", "its digest is not 64 lower-case hex digits long"),
    ("x@md5:12", "its digest uses `md5`; only sha256 is known"),
    ("x@12", "`12` is not a digest; a digest is `sha256:` and 64 hex digits"),
    ("localhost:x/y", "`x` is not a port"),
    ("-h.io/y", "`-h.io` is not the name of a host"),
    (digits, "64 hex digits are the id of an image, not a name; write `sha256:` before them"),
  ])
  func aBrokenNameIsAnsweredByWhatIsWrong(_ text: String, _ message: String) {
    guard case .failure(let fault) = ImageReference.parse(text) else {
      Issue.record("`\(text)` was accepted")
      return
    }
    #expect(fault.message == message)
  }

  @Test func tagsLongerThan128AreRefused() {
    let tag = String(repeating: "a", count: 128)
    #expect((try? ImageReference.parse("x:" + tag).get()) != nil)
    #expect((try? ImageReference.parse("x:a" + tag).get()) == nil)
  }

  @Test(arguments: [
    ("localhost:5000/x", true), ("127.0.0.1:5000/x", true), ("127.1.2.3/x", true), ("[::1]:1/x", true),
    ("127.example.org/x", false), ("debian", false), ("localhost.example.org/x", false),
  ])
  func onlyThisMachineIsLoopback(_ text: String, _ expected: Bool) throws {
    #expect(try ImageReference.parse(text).get().isLoopback == expected)
  }
}
