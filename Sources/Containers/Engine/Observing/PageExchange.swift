import Observation

/// One request and its answer on a connection of its own (RFC 9112).
struct PageExchange: ~Copyable {
  private static let headLimit = 1 << 18

  /// Seconds in which a body comes that nobody waits for.
  private static let briefly = 0.5

  /// Answers before the answer proper.
  private static let mostBeginnings = 5

  private let connection: Connection
  private let hasBody: Bool
  private let request: PageRequest

  /// Sends the request.
  init(_ request: PageRequest, on connection: consuming Connection) throws(NetworkFailure) {
    try connection.send(Self.bytes(of: request))
    hasBody = request.method != "HEAD"
    self.request = request
    self.connection = connection
  }

  func answer() throws(NetworkFailure) -> PageAnswer {
    var rest: [UInt8] = []
    var beginnings = 0
    while true {
      let (status, headers) = try head(&rest)
      // What is said before the answer proper.
      if (100..<200).contains(status), status != 101 {
        beginnings += 1
        guard beginnings <= Self.mostBeginnings else {
          throw broken("net/http: too many 1xx informational responses")
        }
        continue
      }
      let isEmpty = !hasBody || status == 204 || status == 304 || status == 101
      let length = try length(headers)
      if isEmpty { return PageAnswer(status: status, headers: headers.shown, body: []) }
      let deadline = request.wantsBody ? nil : Deadline(in: Self.briefly)
      var body = PageBody(rest, from: connection.target) { [request] in
        request.wantsBody && request.isSatisfied(by: headers, $0)
      }
      var fault: NetworkFailure?
      do throws(NetworkFailure) {
        if headers.isChunked {
          try body.readChunks { () throws(NetworkFailure) in try connection.receive(by: deadline) }
        } else {
          try body.read(length) { () throws(NetworkFailure) in try connection.receive(by: deadline) }
        }
      } catch { fault = error }
      return PageAnswer(
        status: status, headers: headers.shown, body: body.bytes, isCut: body.isCut, fault: fault
      ).unpacked(asking: request)
    }
  }

  /// The length of a body; nil where the head does not tell it.
  private func length(_ headers: [PageHeader]) throws(NetworkFailure) -> Int? {
    let encodings = headers.filter { $0.name.lowercased() == "transfer-encoding" }.map(\.value)
    guard encodings.count < 2 else {
      let shown = encodings.map { "\"\($0)\"" }.joined(separator: " ")
      throw broken("too many transfer encodings: [\(shown)]")
    }
    if let encoding = encodings.first {
      // What is packed in other ways on its way is not asked for.
      guard encoding.lowercased() == "chunked" else {
        throw broken("unsupported transfer encoding: \"\(encoding)\"")
      }
      return nil
    }
    let lengths = headers.filter { $0.name.lowercased() == "content-length" }.map(\.value)
    guard let first = lengths.first else { return nil }
    guard lengths.allSatisfy({ $0 == first }) else {
      let shown = lengths.map { "\"\($0)\"" }.joined(separator: " ")
      throw broken("http: message cannot contain multiple Content-Length headers; got [\(shown)]")
    }
    guard first.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let length = Int(first) else {
      throw broken("bad Content-Length \"\(first)\"")
    }
    return length
  }

  private static func bytes(of request: PageRequest) -> [UInt8] {
    var lines = ["\(request.method) \(request.address.path) HTTP/1.1"]
    var missing = [PageHeader("Host", request.address.authority), PageHeader("User-Agent", "ovenproof")]
    if !request.body.isEmpty || ["POST", "PUT", "PATCH"].contains(request.method) {
      missing.append(PageHeader("Content-Length", "\(request.body.count)"))
    }
    if let login = request.address.credentials { missing.append(.login(login)) }
    // The length is that of the body, and there is one request on a connection, whatever is written.
    let headers = request.headers.filter { !Self.own.contains($0.name.lowercased()) }
    let given = Set(headers.map { $0.name.lowercased() })
    for header in missing.filter({ !given.contains($0.name.lowercased()) }) + headers {
      lines.append("\(header.name): \(header.value)")
    }
    if request.asksForGzip { lines.append("Accept-Encoding: gzip") }
    lines.append("Connection: close")
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + request.body
  }

  private static let own: Set<String> = ["content-length", "transfer-encoding", "trailer"]

  private func head(_ rest: inout [UInt8]) throws(NetworkFailure) -> (Int, [PageHeader]) {
    let first = try line(&rest, or: .noAnswer)
    let (version, status) = try told(by: first)
    var lines: [String] = []
    while true {
      let line = try line(&rest)
      if line.isEmpty { break }
      if line.first == " " || line.first == "\t" {
        // A line that goes on (RFC 9112, 5.2).
        guard !lines.isEmpty else { throw broken("malformed MIME header initial line: \(line)") }
        lines[lines.count - 1] += " " + line.drop { $0 == " " || $0 == "\t" }
      } else {
        guard line.contains(":") else { throw broken("malformed MIME header: missing colon: \"\(line)\"") }
        lines.append(line)
      }
      guard lines.count < 1000 else { throw broken("its head has no end") }
    }
    var headers: [PageHeader] = []
    for line in lines {
      guard let header = PageHeader(line: line), header.canCome else {
        throw broken("malformed MIME header line: \(line)")
      }
      headers.append(header)
    }
    // Version 1.0 knows no parts (RFC 9112, 6.1).
    guard version == "HTTP/1.0" else { return (status, headers) }
    return (status, headers.filter { $0.name.lowercased() != "transfer-encoding" })
  }

  /// The version of the protocol and the status in the first line of an answer.
  private func told(by line: String) throws(NetworkFailure) -> (version: Substring, status: Int) {
    guard let blank = line.firstIndex(of: " ") else { throw broken("malformed HTTP response \"\(line)\"") }
    let version = line[..<blank]
    let word = line[blank...].drop { $0 == " " }.prefix { $0 != " " }
    guard word.utf8.count == 3, let status = Int(word), status >= 0 else {
      throw broken("malformed HTTP status code \"\(word)\"")
    }
    guard version.wholeMatch(of: #/HTTP\/[0-9]\.[0-9]/#) != nil else {
      throw broken("malformed HTTP version \"\(version)\"")
    }
    return (version, status)
  }

  /// A line without its end.
  private func line(
    _ rest: inout [UInt8], or fault: PageFault = .cutShort
  ) throws(NetworkFailure) -> String {
    while true {
      if let end = rest.firstIndex(of: 0x0A) {
        let line = rest[..<end].last == 0x0D ? rest[..<end].dropLast() : rest[..<end]
        rest = Array(rest[(end + 1)...])
        return String(decoding: line, as: UTF8.self)
      }
      guard rest.count < Self.headLimit else { throw broken("a line of it has no end") }
      let more = try connection.receive()
      guard !more.isEmpty else { throw broken((rest.isEmpty ? fault : .cutShort).rawValue) }
      rest += more
    }
  }

  private func broken(_ reason: String) -> NetworkFailure {
    NetworkFailure(.answer, connection.target, reason)
  }
}
