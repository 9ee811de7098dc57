import Observation
import Testing

@Suite struct PageAddressTests {
  @Test(arguments: [
    ("http://localhost", "localhost", 80, "/"), ("https://a.example/x?y=1#z", "a.example", 443, "/x?y=1"),
    ("http://[::1]:8080/health", "::1", 8080, "/health"), ("http://user:pa%20ss@h:81?q", "h", 81, "/?q"),
    ("http://h/é b?é b", "h", 80, "/%C3%A9%20b?é b"), ("http://h/%41%2fé", "h", 80, "/A/%C3%A9"),
    ("http://h/%41%2f!'()*", "h", 80, "/%41%2f!'()*"), ("http://h/{}|^", "h", 80, "/%7B%7D%7C%5E"),
    ("http://h/?%zz", "h", 80, "/?%zz"),
  ])
  func `an address has its parts`(text: String, host: String, port: Int, path: String) throws {
    let address = try #require(PageAddress(text))
    #expect(address.host == host)
    #expect(address.port == port)
    #expect(address.path == path)
    #expect(address.isSecure == text.hasPrefix("https"))
  }

  @Test func `a scheme is written in any case`() throws {
    #expect(try #require(PageAddress("HTTPS://h/x")).isSecure)
  }

  @Test(
    arguments: [
      ("http://h/%zz", .escape("%zz")), ("http://h/a%", .escape("%")), ("http://h:http/", .port(":http")),
      ("http://h:99999/", .portBeyondRange("99999")), ("http:///x", .noHost), ("http://[::1/", .openBracket),
      ("http://a b/", .hostCharacter(" ")), ("ftp://x/", .scheme("ftp")), ("nope", .scheme("")),
      ("//localhost/x", .scheme("")), ("::x", .noScheme), ("127.0.0.1:80/x", .colonInFirstStep),
      ("http://h/\u{7}", .controlCharacter),
    ] as [(String, PageAddress.Fault)])
  func `what is wrong with an address is told`(text: String, fault: PageAddress.Fault) {
    #expect(throws: fault) { try PageAddress(reading: text) }
  }

  @Test(arguments: [("http://a%40b:p%3A@h/", "a@b:p:"), ("http://a@h/", "a:"), ("http://h/", nil)])
  func `a login is meant without its escapes`(text: String, login: String?) throws {
    #expect(try #require(PageAddress(text)).credentials == login)
  }

  @Test(arguments: [
    "", "localhost:80", "ftp://x/", "http://", "http://h:0/", "http://h:99999/", "http://a b/", "http://[::1",
  ])
  func `other texts are none`(text: String) { #expect(PageAddress(text) == nil) }

  @Test(arguments: [
    ("/other", "http://h:8080/other"), ("other?x", "http://h:8080/a/other?x"),
    ("https://elsewhere/", "https://elsewhere/"), ("//g/z", "http://g/z"), ("?x", "http://h:8080/a/b?x"),
    ("#z", "http://h:8080/a/b?c/d"), ("../z/./y", "http://h:8080/z/y"), ("/a/..", "http://h:8080/"),
    ("../../..", "http://h:8080/"),
  ])
  func `a place is followed from where it is named`(location: String, whole: String) throws {
    let address = try #require(PageAddress("http://h:8080/a/b?c/d"))
    #expect(try address.following(location).description == whole)
  }

  @Test(
    arguments: [
      ("ftp://x/", .scheme("ftp")), ("::bad", .noScheme), ("1:x", .colonInFirstStep),
      ("/%zz", .escape("%zz")), ("http:x", .noHost),
    ] as [(String, PageAddress.Fault)])
  func `what leads to no page is told`(location: String, fault: PageAddress.Fault) throws {
    let address = try #require(PageAddress("http://h/a"))
    #expect(throws: fault) { try address.following(location) }
  }

  @Test(arguments: [
    ("X-A_b", true), ("", false), ("a b", false), ("a:", false), ("a\n", false), ("\u{E9}", false),
  ])
  func `a header's name has signs of its own`(name: String, isOne: Bool) {
    #expect(PageHeader.isToken(name) == isOne)
  }

  @Test(arguments: [("a b\tc", true), ("", true), ("\u{E9}", true), ("a\nb", false), ("\u{7F}", false)])
  func `a header's value ends no line`(value: String, isOne: Bool) {
    #expect(PageHeader.isValue(value) == isOne)
  }

  @Test func `a login is a header, and no part of what is shown`() throws {
    let address = try #require(PageAddress("http://Aladdin:open sesame@h/".replacingBlank))
    #expect(address.description == "http://h/")
    #expect(PageHeader.login("Aladdin:open sesame").value == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")
    #expect(PageHeader.login("a:").value == "Basic YTo=")
  }
}

extension String {
  fileprivate var replacingBlank: String { String(map { $0 == " " ? "_" : $0 }) }
}

@Suite struct AddressQuestionTests {
  @Test(arguments: [
    ("tcp://127.0.0.1:80", "127.0.0.1", 80), ("localhost:8080", "localhost", 8080),
    ("udp://[::1]:53", "::1", 53),
    ("unix:///run/a.sock", "/run/a.sock", 0), (":80", "127.0.0.1", 80),
  ])
  func `an address is read`(text: String, host: String, port: Int) throws {
    let question = try #require(AddressQuestion(text, timeout: 1))
    #expect(question.host == host)
    #expect(question.port == port)
  }

  @Test(arguments: [("tcp4://a:1", 4), ("udp6://a:1", 6), ("tcp://a:1", nil), ("a4:1", nil)])
  func `a version of the protocol may be named`(text: String, version: Int?) throws {
    #expect(try #require(AddressQuestion(text, timeout: 1)).version == version)
  }

  @Test(arguments: ["localhost", "tcp://localhost", "sctp://a:1", "a:0", "a:x"])
  func `other texts are none`(text: String) { #expect(AddressQuestion(text, timeout: 1) == nil) }
}

@Suite struct SignalNameTests {
  @Test(arguments: [("SIGTERM", 15), ("quit", 3), ("9", 9), ("SIGRTMIN+3", 37)])
  func `a signal has its number`(name: String, number: Int32) {
    #expect(SignalName.number(of: name) == number)
  }

  @Test(arguments: ["", "SIG", "TERMINATE", "0", "65", "RTMIN+99"])
  func `other texts are none`(name: String) { #expect(SignalName.number(of: name) == nil) }
}
