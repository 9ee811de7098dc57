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
    try await SecureServer.with { server in
      let text = spec.replacing("PORT", with: "\(server.port)")
        .replacing("CERTIFICATE", with: server.certificate)
      return try await Program.withBase(["a.spec.yaml": text]) { program in
        try await program("verify", "tiny:1", "--spec", "a.spec.yaml")
      }
    }
  }

  @Test func `pages are read, and followed to where they point`() async throws {
    let answer = try await verify(Self.page)
    #expect(answer.status == 0, "\(answer.output)\(answer.error)")
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
