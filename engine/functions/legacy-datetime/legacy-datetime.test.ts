/** The old formatters, against what Java 17 and Commons Lang 3.20 say. */
import { describe, expect, it } from 'vitest';
import { findTimeZone, formatLocalTimestamp, formatTimestamp, timeZone, UTC } from '../../types/index.ts';
import { javaZoneNames, namesOfZone } from '../pattern/java-zone-names.ts';
import { daysFromSpark, daysToSpark, oldClock, secondFromSpark, secondToSpark } from './clock.ts';
import { fastDateFormatter, fastFormatter, simpleFormatter } from './formatters.ts';
import { CUTOVER_DAYS, daysFromHybrid, daysFromJulian, hybridDate, hybridFromDays } from './hybrid-calendar.ts';
import { oldElements } from './letters.ts';

/** 1 July 2026. */
const NOW = 1_782_864_000_000_000;
const LOS_ANGELES = timeZone('America/Los_Angeles');

function read(pattern: string, text: string, zone = UTC): string | null {
  const micros = simpleFormatter(pattern, zone).read(text, NOW);
  return micros === null ? null : formatTimestamp(micros, UTC);
}

function readFast(pattern: string, text: string): string | null {
  const micros = fastFormatter(pattern, UTC).read(text, NOW);
  return micros === null ? null : formatTimestamp(micros, UTC);
}

describe('the calendar of two parts', () => {
  it('is Julian to 4 October 1582 and Gregorian from the 15th on', () => {
    expect(daysFromJulian(1582, 10, 5)).toBe(CUTOVER_DAYS);
    expect(hybridFromDays(CUTOVER_DAYS)).toEqual({ year: 1582, month: 10, day: 15 });
    expect(hybridFromDays(CUTOVER_DAYS - 1)).toEqual({ year: 1582, month: 10, day: 4 });
    expect(daysFromHybrid(1582, 10, 10)).toBe(CUTOVER_DAYS);
    expect(hybridDate(CUTOVER_DAYS).dayOfYear).toBe(278);
  });

  it('goes there and back for every day', () => {
    for (let days = -900_000; days < 40_000; days += 17) {
      const { year, month, day } = hybridFromDays(days);
      expect(daysFromHybrid(year, month, day)).toBe(days);
    }
  });

  it('keeps the names of days between the calendars', () => {
    for (let days = -800_000; days < CUTOVER_DAYS - 11; days += 31) expect(daysToSpark(daysFromSpark(days))).toBe(days);
    for (const second of [-5_000_000_000, -12_300_000_000, -60_000_000_000]) {
      expect(secondToSpark(LOS_ANGELES, secondFromSpark(LOS_ANGELES, second))).toBe(second);
    }
  });
});

describe('names of zones', () => {
  it('are those of zones that the platform knows', () => {
    expect(javaZoneNames().filter((n) => findTimeZone(n.id) === null).map((n) => n.id)).toEqual([]);
  });

  it('are found by any of a name’s zones', () => {
    expect(namesOfZone('Europe/Berlin')?.shortSummer).toBe('CEST');
    expect(namesOfZone('GMT+05:30')).toBeUndefined();
  });
});

describe('SimpleDateFormat', () => {
  it('reads numbers before numbers by their letters, before texts to their end', () => {
    expect(read('yyyyMMdd', '20240305')).toBe('2024-03-05 00:00:00');
    expect(read('yyyy-M-d', '12024-03-005 and more')).toBe('+12024-03-05 00:00:00');
    expect(read('yyyy-MM-dd', '20240305')).toBeNull();
  });

  it('refuses strictly what its calendar shows otherwise', () => {
    expect(read('yyyy-MM-dd', '2024-02-30')).toBeNull();
    expect(read('EEE d MMM yyyy', 'Wed 5 Mar 2024')).toBeNull();
    expect(read('yyyy-MM-dd HH:mm', '2024-03-10 02:30', LOS_ANGELES)).toBeNull();
    expect(read('yyyy-MM-dd', '1582-10-10')).toBeNull();
  });

  it('takes two digits for a year from eighty years ago on', () => {
    expect(read('yy-MM-dd', '46-06-30')).toBe('2046-06-30 00:00:00');
    expect(read('yy-MM-dd', '46-07-02')).toBe('1946-07-02 00:00:00');
    expect(read('yy-MM-dd', '45-07-02')).toBe('2045-07-02 00:00:00');
    expect(read('yy-MM-dd', '047-07-02')).toBe('0047-07-02 00:00:00');
  });

  it('reads S as a number of milliseconds', () => {
    expect(read('ss.SSSSSS', '10.5')).toBe('1970-01-01 00:00:10.005');
    expect(read('ss.SSS', '10.1000')).toBeNull();
  });

  it('reads weeks', () => {
    expect(read('YYYY-ww-u', '2020-10-3')).toBe('2020-03-04 00:00:00');
    expect(read('YYYY', '2020')).toBe('2019-12-29 00:00:00');
  });

  it('reads zones by name and distance', () => {
    expect(read('HH z', '12 PDT')).toBe('1970-01-01 19:00:00');
    expect(read('HH z', '12 pacific standard time')).toBe('1970-01-01 20:00:00');
    expect(read('HH z', '12 GMT-8:30')).toBe('1970-01-01 20:30:00');
    expect(read('HHX', '12+0100')).toBe('1970-01-01 11:00:00');
    expect(read('HHXXX', '12+0100')).toBeNull();
  });

  it('writes', () => {
    const write = (pattern: string): string => simpleFormatter(pattern, LOS_ANGELES).write(1_709_673_255_678_901n);
    expect(write("yyyy-MM-dd'T'HH:mm:ss.SSSSSS z Z X")).toBe('2024-03-05T13:14:15.000678 PST -0800 -08');
    expect(write("YYYY-'W'ww-u D F E EEEE")).toBe('2024-W10-2 65 1 Tue Tuesday');
    expect(simpleFormatter('yyyy G', UTC).write(-63_549_964_800_000_000n)).toBe('0045 BC');
  });

  it('refuses other letters', () => {
    for (const bad of ['b', 'XXXX', "yyyy'", 'Q']) expect(() => simpleFormatter(bad, UTC)).toThrow('pattern');
    expect(oldElements("''yyyy'a''b'")).toEqual([{ kind: 'text', text: "'" }, { kind: 'field', letter: 'y', count: 4 }, { kind: 'text', text: "a'b" }]);
  });
});

describe('FastDateFormat', () => {
  it('carries over what is out of range', () => {
    expect(readFast('dd/MM/yyyy', '32/13/2015 x')).toBe('2016-02-01 00:00:00');
    expect(fastDateFormatter('yyyy-MM-dd').read('2020-13-45', NOW)).toBe(18_672);
  });

  it('counts the letters S as digits of the fraction, in both directions', () => {
    expect(readFast('ss.SSS', '10.5')).toBe('1970-01-01 00:00:10.005');
    expect(readFast('ss.S', '10.5')).toBe('1970-01-01 00:00:10.5');
    expect(fastFormatter('ss.SSSSSS', UTC).write(10_000_001n)).toBe('10.000001');
  });

  it('reads names of zones, the longest first', () => {
    expect(readFast('HH z', '10 PT')).toBe('1970-01-01 18:00:00');
    expect(readFast('HH z', '10 Pacific Daylight Time')).toBe('1970-01-01 17:00:00');
    expect(readFast('HH ZZ', '10 +01:00')).toBe('1970-01-01 09:00:00');
  });
});

describe('old clocks', () => {
  it('take the later of two times, and the local mean time before 1900', () => {
    const clock = oldClock(LOS_ANGELES);
    const shown = (second: number): string => formatLocalTimestamp(BigInt(second) * 1_000_000n);
    expect(shown(clock.toInstant(Date.UTC(2024, 10, 3, 1, 30) / 1000))).toBe('2024-11-03 09:30:00');
    expect(shown(clock.toInstant(Date.UTC(1850, 0, 1) / 1000))).toBe('1850-01-01 07:52:58');
  });
});
