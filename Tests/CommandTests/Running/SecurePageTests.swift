import Support
import Testing

/// Pages over TLS, of a real server on this machine, asked for from a container that shares its network.
@Suite(.enabled(if: Program.canBake), .serialized, .timeLimit(.minutes(5)))
struct SecurePageTests {
  private static let page = #"""
    run: {network: host, entrypoint: [/bin/sh, -c], command: ["sleep 300"]}
    http:
      https://localhost:PORT/: {ca-file: CERTIFICATE, body: [hello ovenproof]}
      https://localhost:PORT/elsewhere: {allow-insecure: true, body: [hello ovenproof]}
      https://127.0.0.1:PORT/elsewhere: {allow-insecure: true, no-follow-redirects: true, status: 302}
      https://localhost:PORT/plain: {allow-insecure: true, body: [hello ovenproof]}
      https://localhost:PORT/quoted: {allow-insecure: true, status: 200, body: [quoted]}

    """#

  private func verify(_ spec: String) async throws -> Program.Answer {
    try await run(["verify", "tiny:1", "--spec", "a.spec.yaml"], spec: spec, named: "a.spec.yaml")
  }

  private func run(
    _ words: [String], _ environment: [String: String] = [:], spec: String, named name: String
  ) async throws -> Program.Answer {
    try await SecureServer.with { server in
      let text = spec.replacing("PORT", with: "\(server.port)")
        .replacing("CERTIFICATE", with: server.certificate)
      return try await Program.withBase([name: text]) { program in
        var program = program
        program.environment.merge(environment) { $1 }
        return try await program.run(words)
      }
    }
  }

  @Test func `pages are read, and followed to where they point`() async throws {
    let answer = try await verify(Self.page)
    #expect(answer.status == 0, "\(answer.output)\(answer.error)")
  }

  /// goss 0.4.9 prints this of a server that does the same, and is ready with the streams at once.
  @Test func `a stream without an end is read as far as goss reads it`() async throws {
    let spec = """
      http:
        https://localhost:PORT/stream: {allow-insecure: true, timeout: 80000, status: 200, headers: ["Server: BaseHTTP"]}
        "both lines": {url: "https://localhost:PORT/stream", allow-insecure: true, timeout: 80000, status: 200, body: [second, first]}
        "another line": {url: "https://localhost:PORT/stream", allow-insecure: true, timeout: 1500, status: 200, body: [third]}
        "a faulty part": {url: "https://localhost:PORT/faulty", allow-insecure: true, status: 200, body: [two]}

      """
    let clock = ContinuousClock()
    let start = clock.now
    let answer = try await run(
      ["dgoss", "run", "--network", "host", "tiny:1", "sleep", "300"],
      ["GOSS_OPTS": "-f tap"], spec: spec, named: "goss.yaml")
    #expect(start.duration(to: clock.now) < .seconds(60))
    let lines = answer.output.split(separator: "\n").dropFirst().map { line in
      line.replacing(#/localhost:\d+/#, with: "localhost:PORT").replacing(#/ \d+ - /#, with: " - ")
    }
    let url = "https://localhost:PORT/"
    let expected: Set<Substring> = [
      "ok - HTTP: \(url)stream: status: matches expectation: 200",
      "ok - HTTP: \(url)stream: Headers: matches expectation: [\"Server: BaseHTTP\"]",
      "ok - HTTP: both lines: \(url)stream: status: matches expectation: 200",
      "ok - HTTP: both lines: \(url)stream: Body: matches expectation: [\"second\",\"first\"]",
      "ok - HTTP: another line: \(url)stream: status: matches expectation: 200",
      "not ok - HTTP: another line: \(url)stream: Body: Error context deadline exceeded (Client.Timeout or context cancellation while reading body)",
      "ok - HTTP: a faulty part: \(url)faulty: status: matches expectation: 200",
      "not ok - HTTP: a faulty part: \(url)faulty: Body: Error invalid byte in chunk length",
    ]
    #expect(Set(lines) == expected, "\(answer.output)\(answer.error)")
  }

  @Test func `a certificate that nobody vouches for is told of`() async throws {
    let spec = """
      run: {network: host, entrypoint: [/bin/sh, -c], command: ["sleep 300"]}
      http: {"https://localhost:PORT/": {status: 200}}

      """
    let answer = try await verify(spec)
    #expect(answer.status == 1, "\(answer.output)\(answer.error)")
    #expect(answer.output.contains("certificate"), "\(answer.output)")
  }
}
