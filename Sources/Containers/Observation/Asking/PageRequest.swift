/// A request for a page of a server in a container (RFC 9110).
package struct PageRequest: Sendable, Hashable {
  package private(set) var address: PageAddress
  package var method = "GET"
  /// In the order in which they are sent.
  package var headers: [PageHeader] = []
  package var body: [UInt8] = []
  /// Whether the body is waited for to its end; else what comes of it at once is enough.
  package var wantsBody = true
  /// When whole lines of the body hold all of these, no more of it is waited for: a stream may have no end.
  package var soughtTexts: [String] = []
  package var followsRedirects = true
  /// Whether any certificate will do.
  package var trustsAll = false
  /// Files on the machine that asks: the authorities to trust, and what to show of oneself.
  package var authorities: String?
  package var certificate: String?
  package var key: String?
  /// `http://HOST:PORT` of a proxy.
  package var proxy: String?
  /// In seconds, for all of it.
  package var timeout = 5.0

  package init(_ address: PageAddress) { self.address = address }

  /// Whether an answer that goes on tells enough.
  package func isSatisfied(by headers: [PageHeader], _ body: [UInt8]) -> Bool {
    guard wantsBody else { return true }
    // What is packed cannot be looked into; of a long body the end is near.
    guard !soughtTexts.isEmpty, body.count < 1 << 20,
      !headers.contains(where: { $0.name.lowercased() == "content-encoding" })
    else { return false }
    let lines = body[..<((body.lastIndex(of: 0x0A) ?? -1) + 1)]
    let parts = lines.split(separator: 0x0A)
    return soughtTexts.allSatisfy { text in
      text.isEmpty || parts.contains { $0.firstRange(of: Array(text.utf8)) != nil }
    }
  }

  /// The same request of another page.
  package func going(to address: PageAddress) -> PageRequest {
    var other = self
    other.address = address
    return other
  }
}

/// A line of the head of a request or an answer.
package struct PageHeader: Sendable, Hashable {
  package let name: String
  package let value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  /// Reads `Name: value`.
  package init?(line: some StringProtocol) {
    guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else { return nil }
    name = String(line[..<colon])
    let text = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
    value = String(text.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}

/// What a server answered.
package struct PageAnswer: Sendable, Hashable {
  package let status: Int
  package let headers: [PageHeader]
  package let body: [UInt8]
  /// Whether the body is longer than what is kept.
  package let isCut: Bool
  /// Why the body did not come to its end.
  package let fault: NetworkFailure?

  /// Where it points to (RFC 9110, 15.4); nil where it does not point elsewhere.
  package var location: String? {
    guard [301, 302, 303, 307, 308].contains(status) else { return nil }
    let location = headers.first { $0.name.lowercased() == "location" }?.value
    return location == "" ? nil : location
  }

  package init(
    status: Int, headers: [PageHeader], body: [UInt8], isCut: Bool = false, fault: NetworkFailure? = nil
  ) {
    self.fault = fault
    self.status = status
    self.headers = headers
    self.body = body
    self.isCut = isCut
  }
}
