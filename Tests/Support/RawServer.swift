import Host

/// A server of this machine that answers each path with the bytes that are given for it, as wrong as they may be.
package enum RawServer {
  private static let program = #"""
    import json, os, socketserver, sys
    folder = sys.argv[1]
    with open(folder + "/answers") as file: answers = json.load(file)
    class Pages(socketserver.StreamRequestHandler):
        def handle(self):
            words = self.rfile.readline().split()
            while self.rfile.readline().strip(): pass
            if len(words) > 1: self.wfile.write(answers.get(words[1].decode(), "HTTP/1.1 404 -\r\n\r\n").encode())
    class Server(socketserver.ThreadingTCPServer): daemon_threads = True
    with Server(("127.0.0.1", 0), Pages) as server:
        with open(folder + "/new", "w") as file: file.write(str(server.server_address[1]))
        os.rename(folder + "/new", folder + "/port")
        server.serve_forever()
    """#

  /// Runs it for the time of `body`, which gets its port.
  package static func with<Result: Sendable>(
    _ answers: [String: String], _ body: @escaping @Sendable (Int) async throws -> Result
  ) async throws -> Result {
    try await TemporaryFolder.with { folder in
      let text = "{" + answers.map { "\(quoted($0)): \(quoted($1))" }.joined(separator: ", ") + "}"
      try HostFile.write(Array(text.utf8), to: folder + "/answers")
      return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { _ = try await Command(["python3", "-c", program, folder]).output() }
        defer { group.cancelAll() }
        return try await body(try await port(in: folder))
      }
    }
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped.replacing("\r\n", with: "\\r\\n"))\""
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
