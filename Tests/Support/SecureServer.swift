import Host

/// A web server of this machine that speaks TLS, with a certificate of its own for `localhost`.
package struct SecureServer: Sendable {
  package let port: Int
  /// The file of its certificate, which is its own authority.
  package let certificate: String

  /// `/` greets whoever asks; `/elsewhere` points to it, `/plain` to the same in the clear; `/quoted` answers with what looks
  /// like an answer, `/stream` with two lines and no end, `/faulty` with a part that is none.
  private static let program = #"""
    import http.server, os, ssl, sys, threading, time
    folder = sys.argv[1]
    class Pages(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            target = {"/elsewhere": "/", "/plain": "http://localhost:%d/" % plain.server_port}.get(self.path)
            if self.path == "/faulty": self.protocol_version = "HTTP/1.1"
            self.send_response(302 if target else 200)
            if target: self.send_header("Location", target)
            if self.path == "/faulty": self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            if self.path == "/quoted": self.wfile.write(b"HTTP/1.1 404 Not Found\r\n\r\nquoted\n")
            elif self.path == "/stream":
                self.wfile.write(b"first line\n")
                self.wfile.flush()
                time.sleep(0.3)
                self.wfile.write(b"second line\n")
                self.wfile.flush()
                time.sleep(90)
            elif self.path == "/faulty":
                self.wfile.write(b"4\r\none\n\r\nzz\r\n")
                self.close_connection = True
            else: self.wfile.write(b"hello %s\n" % self.headers["User-Agent"].encode())
        def log_message(self, *words): pass
    plain = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=plain.serve_forever, daemon=True).start()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder + "/certificate", folder + "/key")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    with open(folder + "/new", "w") as file: file.write(str(server.server_port))
    os.rename(folder + "/new", folder + "/port")
    server.serve_forever()
    """#

  /// Runs it for the time of `body`.
  package static func with<Result: Sendable>(
    _ body: @escaping @Sendable (SecureServer) async throws -> Result
  ) async throws -> Result {
    try await TemporaryFolder.with { folder in
      let made = try await Command(
        [
          "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
          "-days", "2", "-subj", "/CN=localhost",
          "-addext",
          "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", folder + "/key", "-out",
          folder + "/certificate",
        ], deadline: 300
      ).output()
      guard made.termination == .exited(0) else {
        throw Script.Failure(description: String(decoding: made.error, as: UTF8.self))
      }
      return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { _ = try await Command(["python3", "-c", program, folder]).output() }
        defer { group.cancelAll() }
        return try await body(
          SecureServer(port: try await port(in: folder), certificate: folder + "/certificate"))
      }
    }
  }

  private static func port(in folder: String) async throws -> Int {
    for _ in 0..<600 {
      if let text = try? Disk(workingDirectory: folder).read("port", limit: 16),
        let port = Int(String(decoding: text, as: UTF8.self))
      {
        return port
      }
      try await Task.sleep(for: .milliseconds(100))
    }
    throw Script.Failure(description: "the server has not started")
  }
}
