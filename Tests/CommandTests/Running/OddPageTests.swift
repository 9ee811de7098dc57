import Support
import Testing

/// What goss 0.4.9 says of a network where something is odd, with a real server on this machine.
@Suite(.enabled(if: Program.canBake), .serialized, .timeLimit(.minutes(5)))
struct OddPageTests {
  private static let answers: [String: String] = {
    var answers = [
      "/rftp": answer(302, "Location: ftp://x/"), "/rbadurl": answer(302, "Location: ::bad"),
      "/badhdr": answer(200, "no colon"), "/garbage": "garbage\r\n", "/close": "",
      "/s099": "HTTP/1.1 099 -\r\n\r\n", "/s1000": "HTTP/1.1 1000 -\r\n\r\n", "/rn0": answer(200, "A: b"),
      "/length": "HTTP/1.1 200 -\r\nContent-Length: +3\r\n\r\nabc",
      "/encoding": "HTTP/1.1 200 -\r\nTransfer-Encoding: foo\r\n\r\nabc",
      "/rnone": answer(302, "Location:"), "/deep/below": answer(302, "Location: ../rn0"),
    ]
    for number in 1...10 { answers["/rn\(number)"] = answer(302, "Location: /rn\(number - 1)") }
    return answers
  }()

  private static func answer(_ status: Int, _ line: String) -> String {
    "HTTP/1.1 \(status) -\r\n\(line)\r\nContent-Length: 0\r\n\r\n"
  }

  private static let spec = #"""
    http:
      URL/rn9: {status: 200}
      URL/rn10: {status: 200}
      URL/rftp: {status: 404}
      URL/rbadurl: {status: 404}
      URL/deep/below: {status: 200}
      not followed: {url: URL/rbadurl, status: 302, no-follow-redirects: true}
      URL/badhdr: {status: 200}
      URL/garbage: {status: 200}
      URL/close: {status: 200}
      URL/s099: {status: 99}
      URL/s1000: {status: 200}
      URL/length: {status: 200}
      URL/encoding: {status: 200}
      URL/rnone: {status: 302}
      a name: {url: URL/rn0, status: 200, request-headers: ["Bad Name: x"]}
      a value: {url: URL/rn0, status: 200, request-headers: ["x-n: a\nb"]}
      no authorities: {url: URL/rn0, status: 200, ca-file: /no/such}
      no certificate: {url: URL/rn0, status: 200, cert-file: /no/such, key-file: /no/such}
      a certificate alone: {url: URL/rn0, status: 200, cert-file: /no/such}
      no limit: {url: URL/rn0, status: 200, timeout: -1}
    addr:
      tcp://127.0.0.1:PORT: {local-address: "::1", reachable: false}
    dns:
      localhost: {resolvable: true, timeout: -1}
      fe80::1%lo: {resolvable: true, addrs: ["fe80::1%lo"]}
    kernel-param:
      .kernel..ostype: {value: Linux}
    process:
      a)b: {running: false}

    """#

  @Test func `what is odd about pages is told as goss tells it`() async throws {
    try await RawServer.with(Self.answers) { port in
      let url = "http://127.0.0.1:\(port)"
      let spec = Self.spec.replacing("URL", with: url).replacing("PORT", with: "\(port)")
      // A script's process has the script's name.
      let command = #"printf '#!/bin/sh\nsleep 300; :\n' >'/a)b'; chmod +x '/a)b'; exec '/a)b'"#
      try await Program.withBase(["goss.yaml": spec]) { program in
        var program = program
        program.environment["GOSS_OPTS"] = "-f tap"
        let answer = try await program.run([
          "dgoss", "run", "--network", "host", "tiny:1", "sh", "-c", command,
        ])
        let lines = answer.output.split(separator: "\n").dropFirst().map { line in
          line.replacing(url, with: "URL").replacing("\(port)", with: "PORT")
            .replacing(#/ \d+ - /#, with: " - ")
        }
        let broken = "Error Get \"URL/%\": net/http: HTTP/1.x transport connection broken: malformed"
        let expected: Set<String> = [
          "ok - HTTP: URL/rn9: status: matches expectation: 200",
          "not ok - HTTP: URL/rn10: status: Error Get \"/rn0\": stopped after 10 redirects",
          "not ok - HTTP: URL/rftp: status: Error Get \"ftp://x/\": unsupported protocol scheme \"ftp\"",
          "not ok - HTTP: URL/rbadurl: status: Error \(Self.badLocation)",
          "ok - HTTP: URL/deep/below: status: matches expectation: 200",
          "not ok - HTTP: not followed: URL/rbadurl: status: Error \(Self.badLocation)",
          "not ok - HTTP: URL/badhdr: status: "
            + broken.replacing("%", with: "badhdr") + " MIME header: missing colon: \"no colon\"",
          "not ok - HTTP: URL/garbage: status: "
            + broken.replacing("%", with: "garbage") + " HTTP response \"garbage\"",
          "not ok - HTTP: URL/close: status: Error Get \"URL/close\": EOF",
          "not ok - HTTP: URL/length: status: "
            + broken.replacing("%", with: "length").replacing("malformed", with: "bad Content-Length \"+3\""),
          "not ok - HTTP: URL/encoding: status: "
            + broken.replacing("%", with: "encoding")
            .replacing("malformed", with: "unsupported transfer encoding: \"foo\""),
          "ok - HTTP: URL/rnone: status: matches expectation: 302",
          "ok - HTTP: URL/s099: status: matches expectation: 99",
          "not ok - HTTP: URL/s1000: status: "
            + broken.replacing("%", with: "s1000") + " HTTP status code \"1000\"",
          "not ok - HTTP: a name: URL/rn0: status: Error Get \"URL/rn0\": net/http: invalid header field name \"Bad Name\"",
          "not ok - HTTP: a value: URL/rn0: status: Error Get \"URL/rn0\": net/http: invalid header field value for \"X-N\"",
          "not ok - HTTP: no authorities: URL/rn0: status: Error open /no/such: no such file or directory",
          "not ok - HTTP: no certificate: URL/rn0: status: Error open /no/such: no such file or directory",
          "ok - HTTP: a certificate alone: URL/rn0: status: matches expectation: 200",
          "ok - HTTP: no limit: URL/rn0: status: matches expectation: 200",
          "ok - Addr: tcp://127.0.0.1:PORT: reachable: matches expectation: false",
          "not ok - DNS: localhost: resolvable: Error DNS lookup timed out (-1ms)",
          "ok - DNS: fe80::1%lo: resolvable: matches expectation: true",
          "ok - DNS: fe80::1%lo: addrs: matches expectation: [\"fe80::1%lo\"]",
          "ok - KernelParam: .kernel..ostype: value: matches expectation: \"Linux\"",
          "ok - Process: a)b: running: matches expectation: false",
        ]
        #expect(Set(lines.map { String($0) }) == expected, "\(answer.output)\(answer.error)")
      }
    }
  }

  private static let badLocation =
    "Get \"URL/rbadurl\": failed to parse Location header \"::bad\": parse \"::bad\": missing protocol scheme"
}
