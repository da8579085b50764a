import { expect, test } from 'vitest';
import { doubleToString, floatToString } from './java-number.ts';

test('doubles as Java 17 writes them', () => {
  const texts: readonly (readonly [number, string])[] = [
    [0.1, '0.1'],
    [1e7, '1.0E7'],
    [9_999_999.5, '9999999.5'],
    [0.001, '0.001'],
    [5e-324, '4.9E-324'],
    [2 * 5e-324, '1.0E-323'],
    [1e23, '9.999999999999999E22'],
    [2 ** 62, '4.6116860184273879E18'],
    [-1561717919847164400, '-1.56171791984716442E18'],
    [5.276589072053972e-228, '5.2765890720539716E-228'],
    [3.7899999999999996e25, '3.7899999999999995E25'],
    [7 / 2 ** 23, '8.344650268554688E-7'],
    [Number.MAX_VALUE, '1.7976931348623157E308'],
    [Number.NEGATIVE_INFINITY, '-Infinity'],
    [-0, '-0.0'],
  ];
  expect(texts.map(([x]) => doubleToString(x))).toEqual(texts.map(([, text]) => text));
});

test('floats as Java 17 writes them', () => {
  const texts: readonly (readonly [number, string])[] = [
    [0.1, '0.1'],
    [16_777_216, '1.6777216E7'],
    [2 ** 31, '2.14748365E9'],
    [2_285_691_904, '2.2856919E9'],
    [4.9365023e25, '4.9365022E25'],
    [20.1328125, '20.132812'],
    [1.4e-45, '1.4E-45'],
    [3.4028235e38, '3.4028235E38'],
    [-7.3857914e-4, '-7.3857914E-4'],
  ];
  expect(texts.map(([x]) => floatToString(Math.fround(x)))).toEqual(texts.map(([, text]) => text));
});
