import Testing

@testable import Report

@Suite struct TimestampTests {
  @Test(
    "Moments are written and read as RFC 3339 has them",
    arguments: zip(
      [0, 951_782_400, 1_795_527_427, -1, 4_107_542_399, 253_402_300_799],
      [
        "1970-01-01T00:00:00Z", "2000-02-29T00:00:00Z", "2026-11-24T13:37:07Z", "1969-12-31T23:59:59Z",
        "2100-02-28T23:59:59Z", "9999-12-31T23:59:59Z",
      ]))
  func words(_ seconds: Int, _ words: String) {
    #expect(Timestamp(seconds).words == words)
    #expect(Timestamp(words)?.seconds == seconds)
  }

  @Test(
    "What is no moment is not read",
    arguments: ["", "2026-11-24", "2026-13-01T00:00:00Z", "2026-11-24T13:37:07+"])
  func noMoment(_ text: String) { #expect(Timestamp(text) == nil) }

  @Test(
    "Spans are rounded for people",
    arguments: zip(
      [0.0124, 1.04, 59.96, 125.4, 7322.0, -1, .nan, .infinity],
      ["12 ms", "1 s", "60 s", "2 min 5 s", "2 h 2 min", "0 ms", "0 ms", "0 ms"]))
  func spans(_ seconds: Double, _ words: String) { #expect(Seconds(seconds).words == words) }
}
