import Source
import Testing

/// What is hidden of texts that come from an image.
@Suite struct ConcealedTextTests {
  private static let token = "ghp_abcdefghijklmnopqrstuvwxyz0123456789"

  @Test(arguments: [
    ("TOKEN=abcdef x", "TOKEN=<sensitive> x"),
    (#"{"password": "a b", "c": 1}"#, #"{"password": "<sensitive>", "c": 1}"#),
    ("password: hunter2", "password: <sensitive>"), ("db.password = hunter2", "db.password = <sensitive>"),
    (#"["A={\"token\":\"abc def\",\"b\":1}"]"#, #"["A={\"token\":\"<sensitive>\",\"b\":1}"]"#),
    (#"password = "a\"b c" d"#, #"password = "<sensitive>" d"#),
    ("--password=hunter2 --user=ann", "--password=<sensitive> --user=ann"),
    ("see \(token), or \(token)", "see <sensitive>, or <sensitive>"),
    ("https://ann:s3cr3t-w0rd@git.internal/x", "https://ann:<sensitive>@git.internal/x"),
    // What a cut has left of a token.
    (#""a \#(token.prefix(20))"… (cut)"#, #""a <sensitive>"… (cut)"#),
    ("\(token.prefix(20))… x", "<sensitive>… x"),
    ("key = sk-ant-api03-abcdefghijklmnopqrstuvwxyz", "key = <sensitive>"),
    ("aws_secret_access_key=wJalrXUtnFEMI/K7MDENG/bPxRfiCYzQ3v5T8pLm,x", "aws_secret_access_key=<sensitive>"),
  ])
  func aSecretIsHidden(_ text: String, _ shown: String) {
    #expect(ConcealedText.maskingAssigned(text) == shown)
    #expect(ConcealedText.maskingAssigned(shown) == shown)
  }

  @Test(arguments: [
    "password = ${PASSWORD}", "PASSWORD_FILE=/run/x", "password: 90", "`password` is \"locked\", not \"set\"",
    "token == x", "password", "password=", "password: ", "\"password\"", "ghp_…",
    "a…", "…",
    ".sk-folding-cube-and-many-more-words-until-it-is-long", "password = changeme", "token=true",
  ])
  func whatIsNoneStays(_ text: String) { #expect(ConcealedText.maskingAssigned(text) == text) }

  /// What looks again and again at the same bytes takes hours.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "token=$", "token=\"$", "secretaccesskey=", "\"auth\":", "password: ", "ghp_…", "a=",
      "\\\"token\\\":\\\"x",
    ])
  func aHostileTextIsReadInOnePass(_ part: String) {
    let text = String(repeating: part, count: 200_000)
    #expect(!ConcealedText.maskingAssigned(text).isEmpty)
  }
}
