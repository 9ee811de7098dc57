import Glibc
import Host
import Observation

/// Asks for one page over TLS, or by a proxy, with this machine's `curl`, which is started in the container's network.
///
/// Names are looked up as the container does; the authorities are the container's own, where it has some in one of the usual files.
struct SecurePage {
  static let hindrance = "`https` and proxies need `curl` on this machine"
  private static let bodyLimit = 16 << 20
  private static let authorities = [
    "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem",
  ]

  private let request: PageRequest
  private let names: NameLookup
  private let root: ContainerRoot
  private let deadline: Deadline

  init(_ request: PageRequest, names: NameLookup, root: ContainerRoot) {
    self.request = request
    self.names = names
    self.root = root
    deadline = Deadline(in: request.timeout)
  }

  func answer() throws(NetworkFailure) -> NetworkAnswer {
    guard let program = ProgramSearch(environment: HostEnvironment.current()).path(of: "curl") else {
      return .impossible(Self.hindrance)
    }
    var words = try self.words
    var descriptors: [Int32] = []
    if let authorities = containerAuthorities() {
      descriptors.append(authorities)
      words += ["--cacert", "/proc/self/fd/\(authorities)"]
    }
    defer { descriptors.forEach { close($0) } }
    let (code, output, error) = CapturedProgram.run(
      [program] + words, input: settings, limit: Self.bodyLimit + (1 << 20), by: deadline
    ) { [request] output in
      guard !request.wantsBody || !request.soughtTexts.isEmpty, output.count < 1 << 21,
        let answer = Self.answer(in: output)
      else { return false }
      return request.isSatisfied(by: answer.headers, answer.body)
    }
    // Of a body that did not come to its end, what came counts.
    if [18, 28, 56].contains(code), case .page(let answer)? = try? page(output) {
      let fault = NetworkFailure(
        code == 28 ? .time : .answer, target,
        code == 28 ? deadline.words : Self.bodyFault(error).rawValue)
      return .page(answer.failing(fault).unpacked(asking: request))
    }
    guard code == 0 else {
      let told = error.split(separator: "\n").first { $0.hasPrefix("curl: (") }
      let text = told.map { String($0.drop { $0 != ")" }.dropFirst(2)) } ?? ""
      let reason = text.isEmpty ? "curl ended with \(code)" : text.prefix(1).lowercased() + text.dropFirst()
      let stage: NetworkFailure.Stage = code == 28 ? .time : code == 7 ? .connection : .answer
      throw NetworkFailure(stage, target, stage == .time ? deadline.words : String(reason))
    }
    guard case .page(let answer) = try page(output) else { return .impossible(Self.hindrance) }
    return .page(answer.unpacked(asking: request))
  }

  /// What curl says of a body that is wrong.
  private static func bodyFault(_ error: String) -> BodyFault {
    guard error.contains("chunked-encoding") else { return .cutShort }
    if error.contains("Too long hexadecimal number") { return .chunkTooLarge }
    return error.contains("hexadecimal") ? .chunkLength : .chunkEnd
  }

  private var target: String { "\(request.address.host):\(request.address.port)" }

  private var words: [String] {
    get throws(NetworkFailure) {
      var words = [
        // First, so that no settings of the machine's user count.
        "-q", "--globoff", "--silent", "--show-error", "--http1.1", "--include", "--no-buffer",
        "--suppress-connect-headers",
        "--noproxy", request.proxy == nil ? "*" : "",
      ]
      words += ["--max-time", "\(max(0.001, deadline.left))", "--config", "-"]
      if request.trustsAll { words.append("--insecure") }
      if let proxy = request.proxy {
        words += ["--proxy", proxy]
      } else {
        let addresses = try names.addresses(of: request.address.host, by: deadline)
        let list = addresses.map { $0.isVersion4 ? "\($0)" : "[\($0)]" }.joined(separator: ",")
        words += ["--resolve", "\(request.address.host):\(request.address.port):\(list)"]
      }
      if let file = request.authorities { words += ["--cacert", file] }
      if let file = request.certificate { words += ["--cert", file] }
      if let file = request.key { words += ["--key", file] }
      if request.method == "HEAD" { words.append("--head") } else { words += ["--request", request.method] }
      return words
    }
  }

  /// What others on the machine must not see in a list of arguments.
  private var settings: [UInt8] {
    var lines = ["url = \(Self.quoted(request.address.description))"]
    var headers = request.headers
    if let login = request.address.credentials,
      !headers.contains(where: { $0.name.lowercased() == "authorization" })
    {
      headers.append(.login(login))
    }
    headers.removeAll { ["content-length", "transfer-encoding", "trailer"].contains($0.name.lowercased()) }
    if request.asksForGzip { headers.append(PageHeader("Accept-Encoding", "gzip")) }
    if !headers.contains(where: { $0.name.lowercased() == "user-agent" }) {
      headers.append(PageHeader("User-Agent", "ovenproof"))
    }
    for header in headers {
      // curl takes a colon with nothing behind it for a header that is not to be sent.
      let line = header.value.isEmpty ? "\(header.name);" : "\(header.name): \(header.value)"
      lines.append("header = \(Self.quoted(line))")
    }
    var bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    if !request.body.isEmpty {
      bytes +=
        Array("data-raw = ".utf8) + Array(Self.quoted(String(decoding: request.body, as: UTF8.self)).utf8)
    }
    return bytes
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "\"": quoted += "\\" + String(scalar)
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// A copy of the container's authorities, in memory: no link of the image is followed by another program.
  private func containerAuthorities() -> Int32? {
    guard request.authorities == nil, !request.trustsAll else { return nil }
    for path in Self.authorities {
      let text = Array(root.text(path, limit: 8 << 20).utf8)
      guard !text.isEmpty else { continue }
      guard let memory = try? MemoryFile.holding(text, attempt: "hold the authorities"),
        fcntl(memory, F_SETFD, 0) == 0
      else { return nil }
      return memory
    }
    return nil
  }

  private func page(_ output: [UInt8]) throws(NetworkFailure) -> NetworkAnswer {
    guard let answer = Self.answer(in: output) else {
      throw NetworkFailure(.answer, target, "it does not speak HTTP")
    }
    return .page(answer)
  }

  /// What curl has written: a head and a body, behind the heads of answers that are only a beginning (RFC 9110, 15.2).
  private static func answer(in output: [UInt8]) -> PageAnswer? {
    var rest = output[...]
    while let end = endOfHead(rest) {
      let lines = String(decoding: rest[..<end], as: UTF8.self).split { $0 == "\r\n" || $0 == "\n" }
      rest = rest[(end + 4)...]
      let words = lines.first?.split(separator: " ") ?? []
      guard words.count > 1, let status = Int(words[1]) else { return nil }
      if (100..<200).contains(status), status != 101 { continue }
      return PageAnswer(
        status: status, headers: lines.dropFirst().compactMap { PageHeader(line: $0) }.shown,
        body: Array(rest.prefix(bodyLimit)), isCut: rest.count > bodyLimit)
    }
    return nil
  }

  private static func endOfHead(_ bytes: ArraySlice<UInt8>) -> Int? {
    bytes.indices.first { bytes[$0] == 0x0D && bytes[$0...].starts(with: [0x0D, 0x0A, 0x0D, 0x0A]) }
  }
}
