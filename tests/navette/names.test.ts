import { expect, test } from 'vitest';
import { splitName } from '../../src/adapters/navette/names.ts';

test.each([
  ['LEFÈVRE Anne-Sophie', 'LEFÈVRE', 'Anne-Sophie'],
  ['LE GOFF Maël', 'LE GOFF', 'Maël'],
  ["N'DIAYE Ousmane", "N'DIAYE", 'Ousmane'],
  ['de LA TOUR Anne', 'de LA TOUR', 'Anne'],
  ['DUPONT Jean Paul', 'DUPONT', 'Jean Paul'],
  ['Anne-Sophie LEFÈVRE', 'LEFÈVRE', 'Anne-Sophie'],
  ['Anne de LA TOUR', 'de LA TOUR', 'Anne'],
  ['Mme LEFÈVRE Anne-Sophie', 'LEFÈVRE', 'Anne-Sophie'],
])('in "%s" the words in capitals are the surname %s', (cell, surname, firstName) => {
  expect(splitName(cell)).toEqual({ surname, firstName, guessed: false });
});

test.each([
  ['Lefèvre Anne-Sophie', 'Lefèvre', 'Anne-Sophie', false],
  ['DUPONT JEAN', 'DUPONT', 'JEAN', false],
  ['Le Maël', 'Le', 'Maël', false],
  ['De La', 'De', 'La', false],
  ['M. Dupont Jean', 'Dupont', 'Jean', false],
  ['Le Goff Maël', 'Le Goff', 'Maël', true],
  ['Da Silva Maria', 'Da Silva', 'Maria', true],
  ['Van der Berg Jan', 'Van der Berg', 'Jan', true],
  ['N’ Diaye Ousmane', 'N’ Diaye', 'Ousmane', true],
  ['Aït Ali Karim', 'Aït Ali', 'Karim', true],
  ['Dupont Anne Sophie', 'Dupont', 'Anne Sophie', true],
  ['LE GOFF MAEL', 'LE GOFF', 'MAEL', true],
  ['Ben DUPONT', 'Ben', 'DUPONT', true],
])('in "%s" the first word with its particles is the surname %s', (cell, surname, firstName, guessed) => {
  expect(splitName(cell)).toEqual({ surname, firstName, guessed });
});

test.each(['Lefèvre', ' ', '', 'Mme Lefèvre'])('"%s" is not a surname and a first name', (cell) => {
  expect(splitName(cell)).toBeNull();
});
