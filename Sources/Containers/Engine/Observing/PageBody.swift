import Image
import Observation

/// The body of an answer (RFC 9112, 6 and 7.1); where it does not come to its end, what came of it.
struct PageBody {
  private static let limit = 16 << 20

  private(set) var bytes: [UInt8] = []
  /// Whether there is more than what is kept.
  private(set) var isCut = false
  /// Whether what came is enough, so that no more is waited for.
  private let isEnough: ([UInt8]) -> Bool
  /// What came and is not taken yet.
  private var rest: [UInt8]
  private let target: String

  /// Gives what comes next; nothing at the end.
  typealias Source = () throws(NetworkFailure) -> [UInt8]

  /// `rest` came with the head.
  init(
    _ rest: [UInt8], from target: String, until isEnough: @escaping ([UInt8]) -> Bool = { _ in false }
  ) {
    self.isEnough = isEnough
    self.rest = rest
    self.target = target
  }

  /// Reads so many bytes; nil for all up to the end of the connection.
  mutating func read(_ length: Int?, _ receive: Source) throws(NetworkFailure) {
    let wanted = length ?? .max
    take(rest.prefix(wanted))
    while bytes.count < wanted, !isCut, !isEnough(bytes) {
      let more = try receive()
      if more.isEmpty {
        guard length == nil else { throw broken(.cutShort) }
        return
      }
      take(more.prefix(wanted - bytes.count))
    }
  }

  mutating func readChunks(_ receive: Source) throws(NetworkFailure) {
    while !isCut {
      if rest.isEmpty, isEnough(bytes) { return }
      var missing = try Self.length(of: try line(receive), or: broken)
      if missing == 0 { return }
      while missing > 0, !isCut {
        if rest.isEmpty {
          if isEnough(bytes) { return }
          try refill(receive)
        }
        let part = rest.prefix(missing)
        take(part)
        missing -= part.count
        rest = Array(rest.dropFirst(part.count))
      }
      guard !isCut else { return }
      while rest.count < 2 {
        if isEnough(bytes) { return }
        try refill(receive)
      }
      guard rest.starts(with: [0x0D, 0x0A]) else { throw broken(.chunkEnd) }
      rest = Array(rest.dropFirst(2))
    }
  }

  /// The length of a part by its first line, behind which an extension may stand.
  private static func length(
    of line: String, or broken: (BodyFault) -> NetworkFailure
  ) throws(NetworkFailure) -> Int {
    let digits = line.prefix { $0 != ";" }.split(separator: " ", omittingEmptySubsequences: true)
    guard let word = digits.first else { throw broken(.emptyChunkLength) }
    guard digits.count == 1, word.allSatisfy({ $0.isASCII && $0.isHexDigit }) else {
      throw broken(.chunkLength)
    }
    guard let length = Int(word, radix: 16) else { throw broken(.chunkTooLarge) }
    return length
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
      guard rest.count < 1 << 12 else { throw broken(.chunkLine) }
      try refill(receive)
    }
  }

  private mutating func refill(_ receive: Source) throws(NetworkFailure) {
    let more = try receive()
    guard !more.isEmpty else { throw broken(.cutShort) }
    rest += more
  }

  private func broken(_ fault: BodyFault) -> NetworkFailure {
    NetworkFailure(.answer, target, fault.rawValue)
  }
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
      isWhole || isCut ? nil : NetworkFailure(.answer, request.address.authority, BodyFault.cutShort.rawValue)
    return PageAnswer(status: status, headers: rest, body: plain, isCut: isCut, fault: fault ?? damage)
  }
}
