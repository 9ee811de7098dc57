import Observation
import Testing

@Suite struct PageAddressTests {
  @Test(arguments: [
    ("http://localhost", "localhost", 80, "/"), ("https://a.example/x?y=1#z", "a.example", 443, "/x?y=1"),
    ("http://[::1]:8080/health", "::1", 8080, "/health"), ("http://user:pa%20ss@h:81?q", "h", 81, "/?q"),
  ])
  func `an address has its parts`(text: String, host: String, port: Int, path: String) throws {
    let address = try #require(PageAddress(text))
    #expect(address.host == host)
    #expect(address.port == port)
    #expect(address.path == path)
    #expect(address.isSecure == text.hasPrefix("https"))
  }

  @Test(arguments: [
    "", "localhost:80", "ftp://x/", "http://", "http://h:0/", "http://h:99999/", "http://a b/", "http://[::1",
  ])
  func `other texts are none`(text: String) { #expect(PageAddress(text) == nil) }

  @Test(arguments: [
    ("/other", "http://h:8080/other"), ("other?x", "http://h:8080/a/other?x"),
    ("https://elsewhere/", "https://elsewhere/"), ("//g/z", "http://g/z"),
  ])
  func `a place is followed from where it is named`(location: String, whole: String) throws {
    let address = try #require(PageAddress("http://h:8080/a/b?c/d"))
    #expect(address.following(location)?.description == whole)
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
