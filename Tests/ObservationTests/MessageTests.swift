import Observation
import Testing

/// What passes between this program and its children arrives as it was sent.
@Suite struct MessageTests {
  private static var request: PageRequest? {
    guard let address = PageAddress("http://u:p@localhost:8080/a?b") else { return nil }
    var request = PageRequest(address)
    request.method = "POST"
    request.headers = [PageHeader("Accept", "a: \"b\"\u{1F600}"), PageHeader("X", "")]
    request.body = [0, 0x0A, 0xFF, 0x7B]
    request.followsRedirects = false
    request.wantsBody = false
    request.soughtTexts = ["a \"b\"", ""]
    request.trustsAll = true
    request.authorities = "/a"
    request.certificate = "/c"
    request.key = "/k"
    request.proxy = "http://p:1"
    request.timeout = 0.25
    return request
  }

  @Test func `questions arrive`() throws {
    let questions: [NetworkQuestion] = [
      .page(try #require(Self.request)),
      .name(NameQuestion(name: "a.b", record: .mx, server: "1.2.3.4", timeout: 2)),
      .name(NameQuestion(name: "x", tries: 3)),
      .address(
        AddressQuestion(network: .udp, host: "::1", port: 53, version: 6, timeout: 1, localAddress: "::1")),
    ]
    for question in questions { #expect(NetworkQuestion(message: question.message.bytes) == question) }
  }

  @Test func `answers arrive`() {
    let answers: [NetworkAnswer] = [
      .page(PageAnswer(status: 404, headers: [PageHeader("A", "b")], body: [1, 0x0A, 0xFE], isCut: true)),
      .page(PageAnswer(status: 200, headers: [], body: [1], fault: NetworkFailure(.time, "a:1", "5 s"))),
      .names(["::1", "127.0.0.1"]), .names([]), .reached,
      .failed(NetworkFailure(.connection, "127.0.0.1:1", "connection refused")), .impossible("no"),
      .failed(NetworkFailure(.location, "ftp://x/", "no page", page: "http://h/")),
    ]
    for answer in answers { #expect(NetworkAnswer(message: answer.message.bytes) == answer) }
  }

  @Test func `facts arrive`() {
    var facts = ContainerFacts()
    facts.sockets = [ListeningSocket(network: .udp6, address: "::", port: 53)]
    facts.processes = [
      ContainerProcess(number: 1, name: "a b", user: 7, arguments: ["a", "", "\u{7F}"]),
      ContainerProcess(number: 9, name: "z", user: 0, arguments: [], hasEnded: true),
    ]
    facts.mounts = [MountPoint(path: "/", source: "o", fileSystem: "overlay", options: ["rw"])]
    facts.interfaces = [NetworkInterface(name: "lo", addresses: ["127.0.0.1/8"], mtu: 65536)]
    facts.parameters = ["net.a": "1\t2"]
    facts.usage = ["/": 99]
    #expect(ContainerFacts(message: facts.message.bytes) == facts)
  }

  @Test func `what is no message is none`() {
    for bytes in [[], Array("{}".utf8), Array("[]\n".utf8), Array("{\"kind\":\"page\"}\n".utf8)] as [[UInt8]]
    {
      #expect(NetworkQuestion(message: bytes) == nil)
      #expect(NetworkAnswer(message: bytes) == nil)
    }
    #expect(ContainerFacts(message: []) == nil)
  }
}
