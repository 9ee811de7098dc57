import Image
import Observation

/// The body of an answer (RFC 9112, 6 and 7.1); where it does not come to its end, what came of it.
struct PageBody {
  static let cutShort = "its body is cut short"
  private static let limit = 16 << 20

  private(set) var bytes: [UInt8] = []
  /// Whether there is more than what is kept.
  private(set) var isCut = false
  /// What came and is not taken yet.
  private var rest: [UInt8]
  private let target: String

  /// Gives what comes next; nothing at the end.
  typealias Source = () throws(NetworkFailure) -> [UInt8]

  /// `rest` came with the head.
  init(_ rest: [UInt8], from target: String) {
    self.rest = rest
    self.target = target
  }

  /// Reads so many bytes; nil for all up to the end of the connection.
  mutating func read(_ length: Int?, _ receive: Source) throws(NetworkFailure) {
    let wanted = length ?? .max
    take(rest.prefix(wanted))
    while bytes.count < wanted, !isCut {
      let more = try receive()
      if more.isEmpty {
        guard length == nil else { throw broken(Self.cutShort) }
        return
      }
      take(more.prefix(wanted - bytes.count))
    }
  }

  mutating func readChunks(_ receive: Source) throws(NetworkFailure) {
    while !isCut {
      let size = try line(receive).prefix { $0 != ";" && $0 != " " }
      guard let count = Int(size, radix: 16), (0...(1 << 30)).contains(count) else {
        throw broken("a part of its body has no size")
      }
      if count == 0 { return }
      var missing = count
      while missing > 0, !isCut {
        if rest.isEmpty { try refill(receive) }
        let part = rest.prefix(missing)
        take(part)
        missing -= part.count
        rest = Array(rest.dropFirst(part.count))
      }
      if !isCut { _ = try line(receive) }
    }
  }

  private mutating func take(_ more: some Collection<UInt8>) {
    isCut = bytes.count + more.count > Self.limit
    bytes += more.prefix(Self.limit - bytes.count)
  }

  private mutating func line(_ receive: Source) throws(NetworkFailure) -> String {
    while true {
      if let end = rest.firstIndex(of: 0x0A) {
        let line = rest[..<end].last == 0x0D ? rest[..<end].dropLast() : rest[..<end]
        rest = Array(rest[(end + 1)...])
        return String(decoding: line, as: UTF8.self)
      }
      guard rest.count < 1 << 16 else { throw broken("a part of its body has no size") }
      try refill(receive)
    }
  }

  private mutating func refill(_ receive: Source) throws(NetworkFailure) {
    let more = try receive()
    guard !more.isEmpty else { throw broken(Self.cutShort) }
    rest += more
  }

  private func broken(_ reason: String) -> NetworkFailure { NetworkFailure(.answer, target, reason) }
}

extension [PageHeader] {
  /// Whether the body comes in parts.
  var isChunked: Bool {
    contains { $0.name.lowercased() == "transfer-encoding" && $0.value.lowercased().contains("chunked") }
  }

  /// Those that speak of the page, and not of the connection alone, as Go's clients show them.
  var shown: [PageHeader] {
    filter { header in
      switch header.name.lowercased() {
      case "transfer-encoding", "trailer": return false
      case "content-length": return !isChunked
      case "connection":
        return !header.value.lowercased().split(separator: ",")
          .contains { $0.drop { $0 == " " }.prefix { $0 != " " } == "close" }
      default: return true
      }
    }
  }
}

extension PageRequest {
  /// Whether a packed body is asked for, which is unpacked unseen: where the request says nothing of it, as Go's clients do.
  var asksForGzip: Bool {
    method != "HEAD"
      && !headers.contains { ["accept-encoding", "range"].contains($0.name.lowercased()) }
  }
}

extension PageAnswer {
  /// The same answer whose body has not come to its end.
  func failing(_ fault: NetworkFailure) -> PageAnswer {
    PageAnswer(status: status, headers: headers, body: body, isCut: isCut, fault: fault)
  }

  /// The answer with its body unpacked, where that is packed because it was asked for.
  func unpacked(asking request: PageRequest) -> PageAnswer {
    guard request.asksForGzip,
      headers.contains(where: {
        $0.name.lowercased() == "content-encoding" && $0.value.lowercased() == "gzip"
      })
    else { return self }
    let rest = headers.filter { !["content-encoding", "content-length"].contains($0.name.lowercased()) }
    let (plain, isWhole) = Gzip.unpacked(body, limit: 16 << 20)
    let damage =
      isWhole || isCut ? nil : NetworkFailure(.answer, request.address.authority, PageBody.cutShort)
    return PageAnswer(status: status, headers: rest, body: plain, isCut: isCut, fault: fault ?? damage)
  }
}
