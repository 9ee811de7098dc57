import Image
import Observation
import Testing

@testable import Engine

/// Bodies of pages as they come, and what is made of their heads.
@Suite struct PageBodyTests {
  /// What comes behind the head, in pieces; the length that the head tells, nil for parts with their own.
  struct Case: Sendable, CustomTestStringConvertible {
    let pieces: [String]
    let length: Int?
    var isChunked = false
    let body: String
    var isWhole = true
    var fault = BodyFault.cutShort

    var testDescription: String { "\(pieces)" }
  }

  @Test(arguments: [
    Case(pieces: ["ab", "c", "d"], length: 3, body: "abc"),
    Case(pieces: ["ab", "c"], length: nil, body: "abc"),
    Case(pieces: ["ab", "c"], length: 9, body: "abc", isWhole: false),
    Case(pieces: ["3\r\nab", "c\r\n1;x\r\nd\r\n0\r\n\r\n"], length: nil, isChunked: true, body: "abcd"),
    Case(
      pieces: ["3\r\nabc\r\nzz\r\n"], length: nil, isChunked: true, body: "abc", isWhole: false,
      fault: .chunkLength),
    Case(
      pieces: ["3\r\nabc\r\n\r\n"], length: nil, isChunked: true, body: "abc", isWhole: false,
      fault: .emptyChunkLength),
    Case(
      pieces: ["3\r\nabcde\r\n"], length: nil, isChunked: true, body: "abc", isWhole: false,
      fault: .chunkEnd),
    Case(
      pieces: ["\(String(repeating: "f", count: 17))\r\n"], length: nil, isChunked: true, body: "",
      isWhole: false, fault: .chunkTooLarge),
    Case(
      pieces: [String(repeating: "1", count: 5000)], length: nil, isChunked: true, body: "", isWhole: false,
      fault: .chunkLine),
    Case(pieces: ["9\r\nabc"], length: nil, isChunked: true, body: "abc", isWhole: false),
  ])
  func `what came of a body is kept`(_ example: Case) {
    var pieces = example.pieces.map { Array($0.utf8) }
    var body = PageBody(pieces.removeFirst(), from: "h:1")
    let receive: PageBody.Source = { () throws(NetworkFailure) in pieces.isEmpty ? [] : pieces.removeFirst() }
    var isWhole = true
    do throws(NetworkFailure) {
      if example.isChunked { try body.readChunks(receive) } else { try body.read(example.length, receive) }
    } catch {
      isWhole = false
      #expect(error.reason == example.fault.rawValue)
    }
    #expect(String(decoding: body.bytes, as: UTF8.self) == example.body)
    #expect(isWhole == example.isWhole)
  }

  @Test(arguments: [false, true]) func `of a stream no more is waited for than is sought`(_ isChunked: Bool)
    throws
  {
    var request = PageRequest(try #require(PageAddress("http://h/")))
    request.soughtTexts = ["one", "two"]
    var pieces = ["one\n", "tw", "o\n", "three\n"].map { text in
      Array((isChunked ? "\(text.utf8.count)\r\n\(text)\r\n" : text).utf8)
    }
    var body = PageBody([], from: "h:1") { request.isSatisfied(by: [], $0) }
    let receive: PageBody.Source = { () throws(NetworkFailure) in pieces.removeFirst() }
    if isChunked { try body.readChunks(receive) } else { try body.read(nil, receive) }
    #expect(body.bytes == Array("one\ntwo\n".utf8))
    #expect(pieces.count == 1)
    #expect(!request.isSatisfied(by: [], Array("one\ntwo".utf8)))
    #expect(!request.isSatisfied(by: [PageHeader("content-encoding", "gzip")], Array("one\ntwo\n".utf8)))
    request.soughtTexts = []
    #expect(!request.isSatisfied(by: [], Array("one\ntwo\n".utf8)))
  }

  @Test func `what speaks of the connection alone is not shown`() {
    let headers = [
      PageHeader("Connection", "Keep-Alive, close"), PageHeader("Transfer-Encoding", "chunked"),
      PageHeader("Content-Length", "5"), PageHeader("Trailer", "X"), PageHeader("X", "y"),
    ]
    #expect(headers.shown == [PageHeader("X", "y")])
    let other = [PageHeader("Connection", "x"), PageHeader("Content-Length", "5")]
    #expect(other.shown == other)
    #expect(PageHeader(line: "X:  a b \t ") == PageHeader("X", "a b"))
  }

  @Test func `what is packed unasked is unpacked`() throws {
    let packed: [UInt8] = [
      0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0xE7, 2, 0, 0x20, 0x30, 0x3A, 0x36, 6,
      0, 0, 0,
    ]
    let headers = [PageHeader("Content-Encoding", "gzip"), PageHeader("Content-Length", "26")]
    let answer = PageAnswer(status: 200, headers: headers, body: packed)
    var request = PageRequest(try #require(PageAddress("http://h/")))
    #expect(
      answer.unpacked(asking: request) == PageAnswer(status: 200, headers: [], body: Array("hello\n".utf8)))
    let cut = PageAnswer(status: 200, headers: headers, body: Array(packed.dropLast(9)))
    #expect(cut.unpacked(asking: request).fault != nil)
    request.headers = [PageHeader("Accept-Encoding", "gzip")]
    #expect(answer.unpacked(asking: request) == answer)
  }
}
