/// The style sheet of the page: light and dark by the reader's setting, plain on paper.
enum HTMLStyle {
  static let sheet = """
    :root {
      --ground: #f6f7f9; --card: #fff; --ink: #1b2430; --soft: #5a6675; --line: #d9dee5; --code: #f1f3f6;
      --good: #146c38; --bad: #b3161e; --doubtful: #8a5300; --neutral: #465464; --link: #0b57a8;
      --good-ground: #e3f4e9; --bad-ground: #fdeaea; --doubtful-ground: #fdf1dc; --neutral-ground: #eaeef3;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #12161c; --card: #1a2029; --ink: #e4e9f0; --soft: #a3afbd; --line: #313b48; --code: #131820;
        --good: #6fd693; --bad: #ff9a95; --doubtful: #f2bd63; --neutral: #b3c0cf; --link: #85bdff;
        --good-ground: #16331f; --bad-ground: #43191b; --doubtful-ground: #3b2b10; --neutral-ground: #27303b;
      }
    }
    * { box-sizing: border-box; }
    html { color-scheme: light dark; }
    body { margin: 0; background: var(--ground); color: var(--ink);
      font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
    body { padding: 1.5rem; }
    header, main, footer { max-width: 68rem; margin: 0 auto; }
    header { padding: 1.1rem 1.5rem 1.5rem; background: var(--card);
      border: 1px solid var(--line); border-top: 6px solid var(--neutral); border-radius: 6px; }
    header.good { border-top-color: var(--good); } header.good h1 { color: var(--good); }
    header.bad { border-top-color: var(--bad); } header.bad h1 { color: var(--bad); }
    header.doubtful { border-top-color: var(--doubtful); } header.doubtful h1 { color: var(--doubtful); }
    h1, h2, h3, h4 { line-height: 1.3; font-weight: 600; }
    h1 { font-size: 2.2rem; margin: .1rem 0 .25rem; }
    h2 { font-size: 1.35rem; margin: 2.2rem 0 .8rem; }
    h3 { font-size: 1.05rem; margin: 1.4rem 0 .6rem; overflow-wrap: anywhere; }
    h4 { font-size: 1rem; margin: 0; display: flex; gap: .6rem; align-items: baseline; }
    h4 > span:last-child { overflow-wrap: anywhere; min-width: 0; }
    p { margin: .4rem 0; }
    a { color: var(--link); }
    .skip { position: absolute; left: -100rem; } .skip:focus { left: 1rem; top: 1rem; }
    .product { margin: 0; color: var(--soft); font-size: .9rem; letter-spacing: .02em; }
    .of { color: var(--ink); font-weight: 400; font-size: 1.4rem; overflow-wrap: anywhere; }
    .sign { margin-right: .6rem; }
    .lead { font-size: 1.1rem; margin: 0 0 1.1rem; }
    .note, .meta, caption { color: var(--soft); font-size: .9rem; font-weight: 400; }
    .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .8rem; margin: 0;
      padding: 0; list-style: none; }
    .tiles li { border: 1px solid var(--line); border-radius: 6px; padding: .7rem .9rem; }
    .tiles a { font-weight: 600; }
    .bar { display: flex; gap: 2px; height: .55rem; margin: .5rem 0 .6rem; border-radius: 3px; overflow: hidden;
      background: var(--neutral-ground); }
    .bar span { min-width: 3px; background: var(--neutral); }
    .bar .good { background: var(--good); } .bar .bad { background: var(--bad); }
    .bar .doubtful { background: var(--doubtful); }
    .counts { display: flex; flex-wrap: wrap; gap: .35rem; }
    .badge { display: inline-block; white-space: nowrap; border-radius: 4px; padding: .05rem .5rem; font-size: .85rem;
      font-weight: 600; color: var(--neutral); background: var(--neutral-ground); }
    .badge.good { color: var(--good); background: var(--good-ground); }
    .badge.bad { color: var(--bad); background: var(--bad-ground); }
    .badge.doubtful { color: var(--doubtful); background: var(--doubtful-ground); }
    code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .88em; }
    code { overflow-wrap: anywhere; }
    .facts { margin: 0; background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .4rem 1rem; }
    .facts > div { display: grid; grid-template-columns: 8rem 1fr; gap: 1rem; padding: .4rem 0; }
    .facts > div + div { border-top: 1px solid var(--line); }
    .facts dt { color: var(--soft); } .facts dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
    .item .facts { border: 0; padding: 0; } .item .facts > div { padding: .15rem 0; border: 0; }
    .digest { display: block; color: var(--soft); }
    .item { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--neutral);
      border-radius: 6px; padding: .8rem 1rem; margin: .7rem 0; }
    .item.good { border-left-color: var(--good); } .item.bad { border-left-color: var(--bad); }
    .item.doubtful { border-left-color: var(--doubtful); }
    .item h3 { margin: 0 0 .5rem; }
    .meta code + code::before { content: "· "; }
    pre { margin: .6rem 0; padding: .6rem .8rem; background: var(--code); border: 1px solid var(--line);
      border-radius: 4px; overflow-x: auto; line-height: 1.45; tab-size: 4; }
    .tail { white-space: pre-wrap; overflow-wrap: anywhere; }
    .frame { color: var(--soft); } .mark { font-weight: 700; }
    .mark.bad { color: var(--bad); } .mark.doubtful { color: var(--doubtful); } .mark.good { color: var(--good); }
    .mark.neutral { color: var(--neutral); }
    .remarks { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .5rem 0 0; }
    .remarks dt { color: var(--soft); } .remarks dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
    .value { white-space: pre-wrap; }
    .scroll { overflow-x: auto; }
    table { width: 100%; border-collapse: collapse; background: var(--card); }
    main > section > .scroll { border: 1px solid var(--line); border-radius: 6px; }
    caption { text-align: left; padding: .6rem 0 .2rem; }
    th, td { text-align: left; vertical-align: top; padding: .45rem .7rem; border-top: 1px solid var(--line); }
    thead th { border-top: 0; color: var(--soft); font-size: .85rem; font-weight: 600; }
    td code { overflow-wrap: break-word; }
    td p { margin: .1rem 0; } td.time, th.time { white-space: nowrap; text-align: right; }
    .steps { table-layout: fixed; min-width: 40rem; }
    .steps .result { width: 7.5rem; } .steps .place { width: 15rem; } .steps .time { width: 7rem; }
    .failure td { border-top: 0; padding-top: 0; }
    details { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: .5rem 1rem;
      margin: .7rem 0; }
    td details { border: 0; padding: 0; margin: .2rem 0; }
    summary { cursor: pointer; font-weight: 600; } td summary { font-weight: 400; color: var(--link); }
    .folded { margin: .5rem 0 .2rem; padding: 0; list-style: none; }
    .folded li { padding: .3rem 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
    footer { margin: 2.5rem auto 2rem; color: var(--soft); font-size: .88rem; }
    a:focus-visible, summary:focus-visible, pre:focus-visible, .scroll:focus-visible {
      outline: 3px solid var(--link); outline-offset: 2px; }
    @media (max-width: 40rem) {
      body { padding: .75rem; } header { padding: .9rem 1rem 1rem; }
      .facts > div { grid-template-columns: 1fr; gap: 0; }
    }
    @media print {
      :root { --ground: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --code: #fff; --link: #000;
        --good: #0d5128; --bad: #94060d; --doubtful: #6b4000; --neutral: #333;
        --good-ground: #fff; --bad-ground: #fff; --doubtful-ground: #fff; --neutral-ground: #fff; }
      body { font-size: 10pt; padding: 0; }
      header, main, footer { max-width: none; }
      header { padding: 0 0 .5rem; border: 0; border-bottom: 1px solid var(--line); border-radius: 0; }
      .bar span { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .badge { border: 1px solid currentColor; }
      .skip { display: none; } pre { white-space: pre-wrap; } .snippet { font-size: 7pt; }
      .item, .facts > div, tr, li { break-inside: avoid; } h2, h3, h4 { break-after: avoid; }
      details::details-content { content-visibility: visible; block-size: auto; }
    }

    """
}
